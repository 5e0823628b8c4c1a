import { CfnOutput, Duration, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  CacheQueryStringBehavior,
  Function as CloudFrontFunction,
  Distribution,
  FunctionCode,
  FunctionEventType,
  HttpVersion,
  type IOrigin,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Practice } from '../../functions/core/practice/practice';
import type { Stage } from '../settings';
import type { AppStack } from './app-stack';
import { publishConsole } from './console';
import { edgeHeaders } from './edge-headers';
import { firewall } from './firewall';
import { firewallLog } from './firewall-log';
import { originHeader } from './origin-names';
import type { StorageStack } from './storage-stack';
import { originKeyName } from './web-api';

interface EdgeProps extends StackProps {
  stage: Stage;
  web: NonNullable<Stage['web']>;
  practice: Practice;
  storage: StorageStack;
  app: AppStack;
}

/**
 * What the world reaches: one name for the pages, the staff API and the console, behind a firewall. No access log is
 * kept here, because CloudFront would log paths, and paths hold the tokens of people's links.
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { stage, web, practice, storage, app, ...props }: EdgeProps) {
    super(scope, id, props);
    // The library's class and interface differ under exactOptionalPropertyTypes only.
    const site = new Bucket(this, 'Site', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // A console that turns out broken can be put back as it was.
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.RETAIN,
    }) as IBucket;
    const { staff } = storage;
    const api = new HttpOrigin(`${app.api.apiId}.execute-api.${this.region}.${this.urlSuffix}`, {
      customHeaders: { [originHeader]: `{{resolve:secretsmanager:${originKeyName(stage)}:SecretString}}` },
      readTimeout: Duration.seconds(30),
    });
    const wall = firewall(this, stage);
    const key = Key.fromKeyArn(this, 'Key', storage.key.keyArn);
    firewallLog(this, stage, wall, key);
    // For what no function of ours answers: the gateway's own refusals, and CloudFront's.
    const responseHeadersPolicy = edgeHeaders(this, 'PageHeaders', web.publicUrl);
    const distribution = new Distribution(this, 'Front', {
      comment: `Stridewell ${stage.name}`,
      domainNames: [new URL(web.publicUrl).hostname],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', web.certificate),
      webAclId: wall.attrArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: { ...this.pages(api), responseHeadersPolicy },
      additionalBehaviors: {
        '/staff/api/*': {
          ...uncached(api),
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy,
        },
        '/staff*': this.console(S3BucketOrigin.withOriginAccessControl(site), web.publicUrl, [
          `https://cognito-idp.${this.region}.amazonaws.com`,
          staff.domain.baseUrl(),
        ]),
      },
    });
    publishConsole(this, {
      site,
      distribution,
      key,
      config: {
        issuer: staff.pool.userPoolProviderUrl,
        clientId: staff.client.userPoolClientId,
        scope: 'openid profile',
        practiceName: practice.name,
        ...(practice.logo ? { logo: practice.logo } : {}),
      },
    });
    new CfnOutput(this, 'PointYourNameAt', {
      value: Fn.join('', [new URL(web.publicUrl).hostname, ' CNAME ', distribution.distributionDomainName]),
    });
  }

  /** The viewer's address comes from CloudFront itself; Host must not, or the API would not know itself. No cookie passes. */
  private pages(origin: IOrigin): BehaviorOptions {
    const originRequestPolicy = new OriginRequestPolicy(this, 'PageRequest', {
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        'CloudFront-Viewer-Address',
        'Accept',
        'Accept-Language',
        'Content-Type',
        'Origin',
        'User-Agent',
      ),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    });
    const cachePolicy = new CachePolicy(this, 'PageCache', {
      comment: 'Only what a page itself allows to be kept, such as drawings',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
    return { ...uncached(origin), cachePolicy, originRequestPolicy };
  }

  private console(origin: IOrigin, publicUrl: string, connect: string[]): BehaviorOptions {
    const toIndex = new CloudFrontFunction(this, 'ToIndex', {
      comment: 'Every address of the console is its one page; files have a dot in their name',
      code: FunctionCode.fromInline(`function handler(event) {
  var request = event.request;
  if (!/\\.[a-z0-9]+$/.test(request.uri)) request.uri = '/staff/index.html';
  return request;
}`),
    });
    // The console's widgets set inline styles; scripts stay strict.
    const contentSecurityPolicy = `default-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' ${connect.join(' ')}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
    const responseHeadersPolicy = edgeHeaders(this, 'ConsoleHeaders', publicUrl, { contentSecurityPolicy });
    return {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy,
      functionAssociations: [{ function: toIndex, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }
}

/** A redirect would drop the body of a one-click request (RFC 8058 3.1), and links are https from the start. */
const uncached = (origin: IOrigin): BehaviorOptions => ({
  origin,
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
});
