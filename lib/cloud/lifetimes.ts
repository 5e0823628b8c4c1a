import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/**
 * How long each kind of log is kept. Who used the staff API and what the firewall turned away are records of activity
 * under the security rule, kept six years (45 CFR 164.316(b)(2)(i), 164.308(a)(1)(ii)(D)); the audit table holds the acts
 * themselves. Lines of machines hold counts and codes: a year is enough to look back on.
 */
export const keep = {
  activity: RetentionDays.SIX_YEARS,
  machine: RetentionDays.ONE_YEAR,
  deployment: RetentionDays.ONE_MONTH,
} as const;
