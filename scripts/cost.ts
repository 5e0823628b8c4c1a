import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { limits, monthly, perMessage, prices, sizes } from './cost-model';

/** `npm run cost`: computes docs/cost.md from what a message was measured to use and from list prices. */
const dollars = (value: number): string =>
  value >= 100 ? `$${Math.round(value).toLocaleString('en-US')}` : `$${value.toFixed(2)}`;
const people = (count: number): string => (count >= 1e6 ? `${count / 1e6} M` : `${count / 1e3} k`);
const row = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;

const columns = sizes.map((size) => ({ size, bill: monthly(size), limit: limits(size) }));
const services = Object.keys(columns[0]!.bill.services);
const table = (head: string, rows: string[]): string =>
  [row([head, ...sizes.map(people)]), row(['---', ...sizes.map(() => '--:')]), ...rows].join('\n');

const linkLength = 45;
const texts = (size: number, parts: number): number => size * 4 * parts * prices.textPart;

const page = `# What it costs

A month of ${perMessage.messagesAMonth} emails a person, region us-east-1, list prices, no free tier. Written by \`npm run cost\` from \`scripts/cost-model.ts\`; the units come from \`npm run bench\`, the prices from the sources named in that file. Prices move: look at the AWS price list before you sign anything.

## By service

${table('Service', [
  ...services.map((name) => row([name, ...columns.map(({ bill }) => dollars(bill.services[name]!))])),
  row(['**Everything but sending**', ...columns.map(({ bill }) => `**${dollars(bill.around)}**`)]),
  row([`SES, per-feature pricing ($${prices.sesFeature} a thousand)`, ...columns.map(({ bill }) => dollars(bill.ses))]),
  row([
    `SES, Essentials ($${prices.sesEssentials} a thousand at first)`,
    ...columns.map(({ bill }) => dollars(bill.essentials)),
  ]),
  row(['For each dollar of SES', ...columns.map(({ bill }) => dollars(bill.around / bill.ses))]),
])}

New accounts begin on Essentials; per-feature pricing is one call, \`PutAccountPricingAttributes\` with plan \`NONE\`.

## Texts

They cost more than everything above: about $${prices.textPart} a part with carrier fees, and $1 to $10 a month for a number and its registration. A text of the shipped series is one part on a domain of up to 20 characters, because its link has ${linkLength} ([ADR 29](adr/0029-texts-have-short-links.md)); with the long links of before each of the 14 needed two. \`npm run templates\` warns of each text that needs a second part.

${table('A month of 4 texts a person', [
  row(['One part each', ...sizes.map((size) => dollars(texts(size, 1)))]),
  row(['Two parts each, as before', ...sizes.map((size) => dollars(texts(size, 2)))]),
])}

A person's first text costs one write unit more, once: $${(1e6 * prices.writeUnits).toFixed(2)} for a million people.

## What a message uses

| | Units | From |
|---|--:|---|
| Worker, write units | ${perMessage.worker.writes} | bench, \`units\` |
| Worker, read units | ${perMessage.worker.reads} | bench, \`units\` |
| Provider's reports | ${perMessage.reports} | Send and Delivery |
| Each report, write / read units | ${perMessage.report.writes} / ${perMessage.report.reads} | bench, \`units\` |
| A tick, read units | ${perMessage.tickReads} | bench, \`tick\`: the same however many people there are |
| Worker, Lambda ms at 512 MB | ${perMessage.worker.ms} | assumed: six calls inside the region and the request to SES; your own is in the log's REPORT lines |

## What gives way first

A day's messages are ${sizes.map((size, i) => `${Math.round(columns[i]!.limit.aDay).toLocaleString('en-US')} at ${people(size)}`).join(', ')}; the steadiest they can go is over the ${limits(1).hours} hours in which some part of the country is within its window.

${table('', [
  row(['Needed, messages a second', ...columns.map(({ limit }) => limit.aSecond.toFixed(limit.aSecond < 10 ? 2 : 0))]),
  row([
    'If they all fall due in half an hour',
    ...columns.map(({ limit }) => limit.peak.toFixed(limit.peak < 10 ? 1 : 0)),
  ]),
  row(['SES rate to ask for', ...columns.map(({ limit }) => `${limit.sesRate}/s`)]),
  row(['Dispatch, hints a minute (2,000)', ...columns.map(({ limit }) => limit.hints)]),
  row(['Workers (10)', ...columns.map(({ limit }) => limit.workers)]),
  row(['Shards of the due index (4)', ...columns.map(({ limit }) => limit.shards)]),
  row(['Tables, write units a second (40,000)', ...columns.map(({ limit }) => limit.writes)]),
])}

- **SES first, at every size.** The sandbox sends one a second and 200 a day; production access begins with a rate that AWS sets. The workers keep to whatever \`GetAccount\` says, so a low rate makes mail late, never lost.
- **Texts before all that.** A ten-digit number sends one part a second, 86,400 a day; a toll-free one three. More needs a short code.
- **Workers and hints** are two numbers (\`workers\` in \`lib/cloud/concurrency.ts\`, \`room\` in \`functions/core/base/channel.ts\`). Raise them with the SES rate; Lambda's account limit (1,000, new accounts 10) follows.
- **Shards** are in \`stages.yaml\`. Raise them ahead of growth, never lower them; four carry about 500 sends a second.
- **Tables** double by themselves within half an hour. Ahead of a campaign beyond 4,000 write units a second set \`warmThroughput\`; it is charged and cannot be lowered. 40,000 a table is the default quota and is raised on request.
`;
writeFileSync(join(import.meta.dirname, '..', 'docs/cost.md'), page);
