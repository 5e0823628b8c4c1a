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

describe('what the firewall writes down', () => {
  const [logging] = prod.of('AWS::WAFv2::LoggingConfiguration');

  it('is whom it turned away, and nobody it let through', () => {
    expect(logging!.Properties.LoggingFilter).toEqual({
      DefaultBehavior: 'DROP',
      Filters: [{ Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] }],
    });
  });

  it('holds no path, query, token or cookie', () => {
    expect(logging!.Properties.RedactedFields).toEqual([
      { UriPath: {} },
      { QueryString: {} },
      ...['authorization', 'cookie', 'referer'].map((Name) => ({ SingleHeader: { Name } })),
    ]);
  });

  it('goes to a group by the name that WAF asks for', () => {
    expect(JSON.stringify(logging!.Properties.LogDestinationConfigs)).toMatch(
      /log-group:aws-waf-logs-stridewell-prod"/,
    );
    const group = prod.of('AWS::Logs::LogGroup').find(({ id }) => id.startsWith('FirewallLog'));
    expect(group!.Properties.LogGroupName).toBe('aws-waf-logs-stridewell-prod');
  });
});

describe('copies, where a stage asks for more', () => {
  const more = synth('prod', { backup: { lock: 'compliance', copyTo: 'us-west-2' } });

  it('go to a second region, into a vault with a key of its own, for as long as the first', () => {
    const plans = more.of('AWS::Backup::BackupPlan');
    expect(plans).toHaveLength(2);
    for (const { Properties } of plans) {
      const [rule] = Properties.BackupPlan.BackupPlanRule;
      expect(rule.CopyActions).toHaveLength(1);
      expect(rule.CopyActions[0].Lifecycle).toEqual(rule.Lifecycle);
      expect(JSON.stringify(rule.CopyActions[0].DestinationBackupVaultArn)).toContain(
        'backup-vault:stridewell-prod-copies',
      );
    }
    const there = more.templates.copies!.Resources;
    expect(
      Object.values(there)
        .map(({ Type }) => Type)
        .sort(),
    ).toEqual(['AWS::Backup::BackupVault', 'AWS::KMS::Key']);
  });

  it('cannot be deleted early by anybody, once three days have passed', () => {
    const vaults = more.of('AWS::Backup::BackupVault');
    expect(vaults).toHaveLength(2);
    for (const { Properties } of vaults)
      expect(Properties.LockConfiguration).toEqual({
        MinRetentionDays: 170,
        MaxRetentionDays: 400,
        ChangeableForDays: 3,
      });
  });

  it('are neither locked nor carried away unless asked for', () => {
    expect(prod.templates.copies).toBeUndefined();
    for (const { Properties } of prod.of('AWS::Backup::BackupVault'))
      expect(Properties.LockConfiguration).toBeUndefined();
    expect(JSON.stringify(prod.of('AWS::Backup::BackupPlan'))).not.toContain('CopyActions');
  });
});
