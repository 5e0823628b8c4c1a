/** Names of the functions' environment variables, read by the stacks that set them and by the config that parses them. */
export const env = {
  stage: 'STAGE',
  publicUrl: 'PUBLIC_URL',
  subscribersTable: 'SUBSCRIBERS_TABLE',
  guardsTable: 'GUARDS_TABLE',
  ledgerTable: 'LEDGER_TABLE',
  recordsTable: 'RECORDS_TABLE',
  departuresTable: 'DEPARTURES_TABLE',
  auditTable: 'AUDIT_TABLE',
  shards: 'SHARDS',
  /** The queue for messages a worker cannot read. */
  deadQueueUrl: 'DEAD_QUEUE_URL',
  /** Secrets Manager secret: `{"linkKeys":[{"id","secret"}],"guardSecret":"…"}`, newest link key first. */
  secretsArn: 'SECRETS_ARN',
  /** JSON written from practice.yaml at build time, beside the bundle. */
  practiceFile: 'PRACTICE_FILE',
  /** JSON beside the bundle: when and how often marketing may go out, or the word `all-day` of a rehearsal. */
  policyFile: 'POLICY_FILE',
  /** JSON of the built-in series, beside the seed function's bundle. */
  seriesFile: 'SERIES_FILE',
  marketingConfigurationSet: 'MARKETING_CONFIGURATION_SET',
  transactionalConfigurationSet: 'TRANSACTIONAL_CONFIGURATION_SET',
  smsConfigurationSet: 'SMS_CONFIGURATION_SET',
  smsOrigination: 'SMS_ORIGINATION',
  /** What the carriers let the practice's number send. */
  textPartsPerSecond: 'TEXT_PARTS_PER_SECOND',
  oidcIssuer: 'OIDC_ISSUER',
  oidcClientId: 'OIDC_CLIENT_ID',
  /** Where the issuer's keys are; absent, its discovery document says. */
  oidcJwksUri: 'OIDC_JWKS_URI',
  /** Who may get anything outside production: addresses, or `*`. */
  allowList: 'ALLOW_LIST',
  /** JSON of core/membership/budget Budgets; absent, the shipped ones hold. */
  budgets: 'BUDGETS',
  /** The series that people begin when they confirm, by comma. */
  evergreenSeries: 'EVERGREEN_SERIES',
} as const;

/** Variables that each channel has of its own; a function that needs none of them is given none. */
export const channelEnv = (channel: string) => ({
  queueUrl: `${channel.toUpperCase()}_QUEUE_URL`,
  /** How many workers of the channel may run at once: they share the provider's rate. */
  workers: `${channel.toUpperCase()}_WORKERS`,
});
