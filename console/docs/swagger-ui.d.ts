declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  /** https://swagger.io/docs/open-source-tools/swagger-ui/usage/configuration/ */
  interface Options {
    readonly dom_id: string
    readonly url: string
    readonly deepLinking: boolean
    readonly docExpansion: 'list' | 'full' | 'none'
    readonly defaultModelsExpandDepth: number
    readonly validatorUrl: null
    readonly persistAuthorization: boolean
  }
  const SwaggerUi: (options: Options) => unknown
  // biome-ignore lint/style/noDefaultExport: the package exports it so
  export default SwaggerUi
}
