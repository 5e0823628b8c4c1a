/** People. */
export const sizes = [1e3, 1e5, 1e6, 1e8];

/** Measured by `npm run bench` where it says so; the rest is assumed and on the careful side. */
export const perMessage = {
  messagesAMonth: 4,
  /** bench, `units`: medians of ten messages of one person on both channels; most is the same. */
  worker: { writes: 8, reads: 3, ms: 150 },
  /** Send and Delivery. */
  reports: 2,
  report: { writes: 1, reads: 2, ms: 40 },
  /** bench, `tick`: 1,000 due. */
  tickReads: 12,
  /** Pages opened for each message: clicks, check-ins, bookings, choices. */
  pages: 0.05,
  page: { writes: 3, reads: 4, ms: 60 },
  /** KB kept for each message in the ledger, and for each person in all tables. */
  ledgerKb: 0.7,
  personKb: 1.6,
  /** KB of log for each call. */
  logKb: 0.6,
  /** Hints and reports come in batches of up to ten; at a trickle each comes alone. */
  batch: 4,
};

/**
 * US dollars, us-east-1. DynamoDB, SES: AWS price list as read in July and November 2026 (DynamoDB on demand halved in
 * November 2024; SES plans of 21 July 2026). Lambda arm64, SQS, SNS, API Gateway, CloudFront, WAF, KMS, Secrets
 * Manager, CloudWatch, X-Ray and Backup: their price pages.
 */
export const prices = {
  writeUnits: 0.625e-6,
  readUnits: 0.125e-6,
  storageGb: 0.25,
  pointInTimeGb: 0.2,
  backupGb: 0.1,
  lambdaCall: 0.2e-6,
  lambdaGbSecond: 0.0000133334,
  sqsRequest: 0.4e-6,
  snsPublish: 0.5e-6,
  apiRequest: 1e-6,
  frontRequest: 1e-6,
  firewall: 5 + 4,
  firewallRequest: 0.6e-6,
  logGb: 0.5,
  alarm: 0.1,
  dashboard: 3,
  trace: 5e-6,
  secret: 0.4,
  key: 1,
  sesFeature: 0.1,
  sesEssentials: 0.16,
  /** [messages up to, dollars a thousand]: Essentials. */
  sesTiers: [
    [10e6, 0.16],
    [100e6, 0.14],
    [Infinity, 0.11],
  ] as const,
  textPart: 0.01,
};

const monthMinutes = 43_800;
/** Of prod: templates of all stacks. */
export const fixed = { alarms: 56, dashboards: 1, secrets: 4 };
const halfGb = 0.5;

interface Bill {
  services: Record<string, number>;
  /** All but sending. */
  around: number;
  ses: number;
  essentials: number;
}

/** A month's bill after a year of sending. */
export function monthly(people: number): Bill {
  const { worker, report, page, reports, batch } = perMessage;
  const messages = people * perMessage.messagesAMonth;
  const pages = messages * perMessage.pages;
  const ticks = monthMinutes * 2.2;
  const calls = messages / batch + (messages * reports) / batch + pages + ticks;
  const gbSeconds =
    halfGb * ((messages * worker.ms + messages * reports * report.ms) / 1000 + ticks * 0.25) + (pages * page.ms) / 1000;
  const writes = messages * (worker.writes + reports * report.writes) + pages * page.writes;
  const reads =
    messages * (worker.reads + reports * report.reads) + pages * page.reads + monthMinutes * perMessage.tickReads;
  const storedGb = (people * perMessage.personKb + 12 * messages * perMessage.ledgerKb) / 1e6;
  // Each batch is put, taken and deleted; a report comes through SNS. Four waiting pollers ask all the time.
  const requests = (messages * (1 + 2 * reports)) / batch + messages / 10 + 4 * 5 * 3 * monthMinutes;
  const services = {
    'DynamoDB, reads and writes': writes * prices.writeUnits + reads * prices.readUnits,
    'DynamoDB, storage and backups': storedGb * (prices.storageGb + prices.pointInTimeGb + 12 * prices.backupGb),
    Lambda: calls * prices.lambdaCall + gbSeconds * prices.lambdaGbSecond,
    'SQS and SNS': requests * prices.sqsRequest + messages * reports * prices.snsPublish,
    'API, CloudFront and firewall':
      pages * (prices.apiRequest + prices.frontRequest + prices.firewallRequest) + prices.firewall,
    'Logs, alarms and traces':
      (calls * perMessage.logKb * prices.logGb) / 1e6 +
      fixed.alarms * prices.alarm +
      fixed.dashboards * prices.dashboard +
      calls * 0.05 * prices.trace,
    'Keys and secrets': prices.key + fixed.secrets * prices.secret,
  };
  const around = Object.values(services).reduce((sum, one) => sum + one, 0);
  return { services, around, ses: (messages / 1000) * prices.sesFeature, essentials: essentials(messages) };
}

function essentials(messages: number): number {
  let [from, sum] = [0, 0];
  for (const [to, price] of prices.sesTiers) {
    sum += (Math.max(0, Math.min(messages, to) - from) / 1000) * price;
    from = to;
  }
  return sum;
}

/** What must be asked for or set, from how many go in a day. */
export function limits(people: number) {
  // 08:00 on the east coast to 20:00 on the west coast.
  const hours = 15;
  const aDay = (people * perMessage.messagesAMonth) / 30;
  const aSecond = aDay / (hours * 3600);
  const peak = aDay / 1800;
  const rate = Math.max(1, Math.ceil(aSecond * 2));
  return {
    hours,
    aDay,
    aSecond,
    peak,
    sesRate: rate,
    hints: enough(2000, Math.ceil(rate * 60)),
    workers: enough(10, Math.ceil((rate * perMessage.worker.ms) / 1000)),
    // Two index writes at a claim and two at a commit; a partition takes 1,000 a second, held to half.
    shards: enough(4, Math.ceil((rate * 4) / 500)),
    writes: enough(
      40_000,
      Math.ceil(rate * (perMessage.worker.writes + perMessage.reports * perMessage.report.writes)),
    ),
  };
}

const enough = (set: number, needed: number): string =>
  needed <= set ? 'enough' : `raise to ${needed.toLocaleString('en-US')}`;
