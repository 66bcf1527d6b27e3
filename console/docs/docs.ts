import SwaggerUi from 'swagger-ui-dist/swagger-ui-es-bundle.js'
import 'swagger-ui-dist/swagger-ui.css'
import './docs.css'

SwaggerUi({
  dom_id: '#docs',
  url: '/v1/openapi.json',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  // Nobody else is asked whether the document is valid, and a key is kept in memory alone.
  validatorUrl: null,
  persistAuthorization: false,
})
