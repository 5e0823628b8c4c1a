import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import {
  HttpJwtAuthorizer,
  HttpLambdaAuthorizer,
  HttpLambdaResponseType,
} from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from '../settings';
import { Door } from './lambda';
import { keep } from './lifetimes';
import { originHeader, originSecretArn } from './origin-names';
import type { StaffPool } from './staff-pool';

interface WebApiProps {
  stage: Stage;
  staff: StaffPool;
  key: IKey;
}

/**
 * Everything people reach over HTTP. Where CloudFront stands before it, its firewall must not be passed by: a request
 * without the origin's key is refused before anything of ours runs. A route has one authorizer; so behind CloudFront the
 * staff token is read by the staff function alone, which verifies it whole and writes down whom it refuses (the
 * gateway's own refusals nobody would see). Where there is no CloudFront, the gateway reads it as well.
 */
export class WebApi extends Construct {
  readonly api: HttpApi;
  /** Of the header that CloudFront adds; absent where there is no CloudFront. */
  readonly originKey: Secret | undefined;
  private readonly stage: Stage;
  private readonly live: HttpStage;
  private readonly staff: StaffPool;
  private readonly key: IKey;

  constructor(scope: Construct, id: string, { stage, staff, key }: WebApiProps) {
    super(scope, id);
    this.stage = stage;
    this.staff = staff;
    this.key = key;
    this.api = new HttpApi(this, 'Api', { apiName: `stridewell-${stage.name}`, createDefaultStage: false });
    this.originKey =
      stage.web &&
      new Secret(this, 'OriginKey', {
        secretName: originKeyName(stage),
        description: 'Shows that a request came through CloudFront',
        encryptionKey: key,
        generateSecretString: { passwordLength: 48, excludePunctuation: true },
      });
    const logs = new LogGroup(this, 'AccessLog', { retention: keep.activity, encryptionKey: key });
    this.live = new HttpStage(this, 'Live', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requests.aSecond, burstLimit: requests.atOnce },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
    });
  }

  /** The route table: all that is under /staff/api needs a token, all else is for everyone; leaving has a way of its own. */
  open({ pages, unsubscribe, staff: staffApi }: { pages: Door; unsubscribe: Door; staff: Door }): void {
    const throughFront = this.throughFront();
    this.api.addRoutes({
      path: '/staff/api/{proxy+}',
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('Staff', staffApi),
      authorizer: throughFront ?? this.staffToken(),
    });
    const authorizer = throughFront ?? new HttpNoneAuthorizer();
    new HttpRoute(this, 'All', {
      httpApi: this.api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('Pages', pages),
      authorizer,
    });
    const integration = new HttpLambdaIntegration('Unsubscribe', unsubscribe);
    for (const [id, path] of Object.entries(leaving)) {
      const routeKey = HttpRouteKey.with(path, HttpMethod.ANY);
      this.throttleApart(new HttpRoute(this, id, { httpApi: this.api, routeKey, integration, authorizer }), path);
    }
  }

  /** A bucket of its own: what comes in on other routes takes nothing from it. The stage may only name a route that is there. */
  private throttleApart(route: HttpRoute, path: string): void {
    const stage = this.live.node.defaultChild as CfnStage;
    stage.routeSettings = {
      ...stage.routeSettings,
      [`ANY ${path}`]: { ThrottlingRateLimit: requests.aSecond, ThrottlingBurstLimit: requests.atOnce },
    };
    this.live.node.addDependency(route);
  }

  private staffToken(): IHttpRouteAuthorizer {
    const { pool, client } = this.staff;
    return new HttpJwtAuthorizer('StaffToken', pool.userPoolProviderUrl, { jwtAudience: [client.userPoolClientId] });
  }

  private throughFront(): IHttpRouteAuthorizer | undefined {
    const { originKey } = this;
    if (!originKey) return undefined;
    const guard = new Door(this, 'OriginGuard', {
      entry: 'lib/cloud/origin-guard.ts',
      description: `Stridewell ${this.stage.name}: refuses what did not come through CloudFront`,
      memory: 256,
      timeout: Duration.seconds(10),
      environment: { [originSecretArn]: originKey.secretArn },
      key: this.key,
    });
    originKey.grantRead(guard);
    return new HttpLambdaAuthorizer('ThroughFront', guard, {
      identitySource: [`$request.header.${originHeader}`],
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      resultsCacheTtl: Duration.minutes(5),
    });
  }
}

const requests = { aSecond: 200, atOnce: 400 };
/** By link, and by typing the address. */
const leaving = { Leaving: '/unsubscribe/{token}', LeavingByAddress: '/unsubscribe' };

export const originKeyName = (stage: Stage): string => `stridewell/${stage.name}/origin`;

/**
 * By route key, never by path: paths hold the tokens of people's links. The gateway cannot hash, so the caller's address
 * is not here at all; the function's own line has a keyed hash of it under the same request id.
 */
const logged = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
};
