import { headersOf } from '../../../functions/http/headers';
import { type Json, synth } from './synth';

const prod = synth('prod');
const wanted = headersOf('https://tips.practice.example');

/** A policy as the headers it sets. */
function setBy({ SecurityHeadersConfig: fixed, CustomHeadersConfig: custom }: Json): Record<string, string> {
  const { StrictTransportSecurity: tls } = fixed;
  expect(tls.IncludeSubdomains).toBe(false);
  return {
    'strict-transport-security': `max-age=${tls.AccessControlMaxAgeSec}`,
    'content-security-policy': fixed.ContentSecurityPolicy.ContentSecurityPolicy,
    ...(fixed.ContentTypeOptions ? { 'x-content-type-options': 'nosniff' } : {}),
    'referrer-policy': fixed.ReferrerPolicy.ReferrerPolicy,
    'x-frame-options': fixed.FrameOptions.FrameOption,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }: Json) => [Header, Value])),
  };
}
const policies = Object.fromEntries(
  prod
    .of('AWS::CloudFront::ResponseHeadersPolicy')
    .map(({ id, Properties }) => [id.replace(/[0-9A-F]{8}$/, ''), { id, ...Properties.ResponseHeadersPolicyConfig }]),
);

describe('headers at the edge', () => {
  it('are those of the functions, for what no function answers; what a function says stands', () => {
    expect(setBy(policies.PageHeaders)).toEqual(wanted);
    expect(JSON.stringify(policies.PageHeaders)).not.toContain('"Override":true');
  });

  it('are those of the functions for the console too, but for a policy and a cache of its own', () => {
    const { 'content-security-policy': own, ...others } = setBy(policies.ConsoleHeaders);
    const { 'content-security-policy': _page, 'cache-control': _cache, ...shared } = wanted;
    expect(others).toEqual(shared);
    expect(JSON.stringify(own)).toMatch(/"default-src 'self';.*frame-ancestors 'none'"/);
    expect(JSON.stringify(own)).not.toMatch(/script-src[^;]*unsafe/);
  });

  it('are on every way through CloudFront', () => {
    const { DefaultCacheBehavior, CacheBehaviors } = prod.of('AWS::CloudFront::Distribution')[0]!.Properties
      .DistributionConfig;
    const ways = [DefaultCacheBehavior, ...CacheBehaviors];
    expect(ways).toHaveLength(3);
    const known = Object.values(policies).map(({ id }) => id);
    for (const { ResponseHeadersPolicyId } of ways) expect(known).toContain(ResponseHeadersPolicyId.Ref);
  });
});
