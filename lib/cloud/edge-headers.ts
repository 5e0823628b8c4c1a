import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { contentPolicy, headersOf, httpsForSeconds } from '../../functions/http/headers';

/** What CloudFront wants named by a setting; the others are custom headers to it. */
const named = [
  'strict-transport-security',
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'x-frame-options',
];

/**
 * The headers of every answer, said once more by CloudFront for what it or the gateway answers alone (a refused token, a
 * throttle). What the functions say stands; the console's files say nothing themselves and get a policy of their own.
 */
export function edgeHeaders(
  scope: Construct,
  id: string,
  publicUrl: string,
  own?: { contentSecurityPolicy: string },
): ResponseHeadersPolicy {
  const override = own !== undefined;
  const custom = Object.entries(headersOf(publicUrl)).filter(
    // The console's files are kept by their own rule: a hash in the name, or asked for each time.
    ([header]) => !named.includes(header) && !(own && header === 'cache-control'),
  );
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: own?.contentSecurityPolicy ?? contentPolicy, override },
      contentTypeOptions: { override },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(httpsForSeconds),
        includeSubdomains: false,
        override,
      },
    },
    customHeadersBehavior: { customHeaders: custom.map(([header, value]) => ({ header, value, override })) },
  });
}
