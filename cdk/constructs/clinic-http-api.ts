import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import {
  type FunctionName,
  INBOUND,
  NEWS,
  NEWS_THROTTLE,
  ROUTES,
  type Route,
  THROTTLE,
} from '../../lib/routes.ts'
import { acknowledge } from './acknowledge.ts'
import type { HouseFunction } from './house-function.ts'

export interface ClinicHttpApiProps {
  readonly service: string
  readonly key: IKey
}

/** The longest that an HTTP API may wait as CDK lets it; every function stops before. */
const INTEGRATION_TIMEOUT = Duration.seconds(29)

/** Route patterns and figures; a path holds ids, a query string could hold anything, an address is somebody's. */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    integrationStatus: '$context.integration.status',
    error: '$context.error.responseType',
  }),
)

interface OwnSettings {
  readonly path: string
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number }
  readonly hasMetrics: boolean
}

/** Routes that differ from the rest. One with settings of its own takes none of the stage's, so limits stand here again. */
const SINGLED_OUT: readonly OwnSettings[] = [
  { path: INBOUND.path, throttle: THROTTLE, hasMetrics: true },
  { path: NEWS.path, throttle: NEWS_THROTTLE, hasMetrics: false },
]

/** The one public address. Only what ROUTES names leads to a function, and the rest to clinic-api, which refuses it. */
export class ClinicHttpApi extends Construct {
  readonly api: HttpApi
  readonly #stage: HttpStage
  readonly #routeSettings: Record<string, object> = {}

  constructor(scope: Construct, id: string, { service, key }: ClinicHttpApiProps) {
    super(scope, id)
    this.api = new HttpApi(this, 'Api', { apiName: service, createDefaultStage: false })
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.THREE_MONTHS,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.#stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: ACCESS_LOG,
      },
    })
  }

  /** Known before any function is, so that functions may be told it. */
  get url(): string {
    return this.api.apiEndpoint
  }

  serve(functions: Readonly<Record<FunctionName, HouseFunction>>): void {
    const integrations = {
      'clinic-api': integrationOf('ClinicApi', functions['clinic-api']),
      'import-patients': integrationOf('ImportPatients', functions['import-patients']),
      'receive-reply': integrationOf('ReceiveReply', functions['receive-reply']),
      'record-delivery': integrationOf('RecordDelivery', functions['record-delivery']),
      'console-pages': integrationOf('ConsolePages', functions['console-pages']),
    }
    for (const route of ROUTES) {
      const made = this.#route(keyOf(route), integrations[route.function], reasonOf(route))
      const own = SINGLED_OUT.find(({ path }) => path === route.path)
      if (own !== undefined) this.#singleOut(route, made, own)
    }
    this.#route(
      HttpRouteKey.DEFAULT,
      integrations['clinic-api'],
      'It answers that there is nothing at this path.',
    )
  }

  #route(routeKey: HttpRouteKey, integration: HttpLambdaIntegration, whoMayCall: string): HttpRoute {
    const route = new HttpRoute(this, `Route ${routeKey.key}`.replaceAll('/', ' '), {
      httpApi: this.api,
      routeKey,
      integration,
    })
    acknowledge(route, { 'AwsSolutions-APIG4': whoMayCall })
    return route
  }

  #singleOut(route: Route, made: HttpRoute, { throttle, hasMetrics }: OwnSettings): void {
    const { defaultChild } = this.#stage.node
    if (!(defaultChild instanceof CfnStage))
      throw new Error('stage: expected the CloudFormation stage inside')
    this.#routeSettings[keyOf(route).key] = {
      DetailedMetricsEnabled: hasMetrics,
      ThrottlingRateLimit: throttle.rateLimit,
      ThrottlingBurstLimit: throttle.burstLimit,
    }
    defaultChild.routeSettings = this.#routeSettings
    defaultChild.node.addDependency(made)
  }
}

/** One permission a function, not one a route: a function's policy holds about 55. */
const integrationOf = (id: string, { lambda }: HouseFunction): HttpLambdaIntegration =>
  new HttpLambdaIntegration(id, lambda, { timeout: INTEGRATION_TIMEOUT, scopePermissionToRoute: false })

const keyOf = ({ method, path }: Route): HttpRouteKey => HttpRouteKey.with(path, HttpMethod[method])

function reasonOf({ who }: Route): string {
  if (who === 'anyone') return 'Open to anyone: it tells nothing of a patient or a clinic.'
  if (who === 'twilio')
    return 'Twilio signs each call; the function checks the signature before it reads anything else.'
  return `The function checks the API key, its clinic and its role (${who.join(' or ')}) against the table; an authoriser would only read the same item a second time.`
}
