import { createSocket } from 'node:dgram';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

// biome-ignore lint/suspicious/noExplicitAny: what AWS answers is JSON of many shapes
type Json = any;

/** What is true of the account that the fake answers for. A test changes one thing. */
export const wholeAccount = () => ({
  account: {
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    EnforcementStatus: 'HEALTHY',
    SendQuota: { MaxSendRate: 14, Max24HourSend: 50_000, SentLast24Hours: 0 },
  } as Json,
  identity: {
    VerifiedForSendingStatus: true,
    DkimAttributes: { Status: 'SUCCESS' },
    MailFromAttributes: { MailFromDomainStatus: 'SUCCESS', MailFromDomain: 'x', BehaviorOnMxFailure: 'REJECT_MESSAGE' },
  } as Json,
  set: { DeliveryOptions: { TlsPolicy: 'REQUIRE' } } as Json,
  destinations: [
    { Name: 'r', Enabled: true, MatchingEventTypes: ['SEND'], SnsDestination: { TopicArn: 'arn' } },
  ] as Json[],
  tier: 'PRODUCTION',
  spend: 100,
  /** Functions at once. */
  concurrency: 1000,
  /** Pages of numbers: the wanted one may stand on the second. */
  numbers: [
    [{ PhoneNumber: '+17705550199', Status: 'ACTIVE' }],
    [
      {
        PhoneNumber: '+17705550101',
        Status: 'ACTIVE',
        RegistrationId: 'registration-1',
        TwoWayEnabled: true,
        SelfManagedOptOutsEnabled: true,
      },
    ],
  ] as Json[][],
  registration: 'COMPLETE' as string | undefined,
  /** Pages of subscriptions: topic, address, ARN. */
  subscriptions: [
    [['arn:aws:sns:us-east-1:1:Other', 'it@practice.example', 'arn:aws:sns:us-east-1:1:Other:1']],
    [['arn:aws:sns:us-east-1:1:Stridewell-prod-ops-Told8-X', 'it@practice.example', 'arn:aws:sns:us-east-1:1:T:2']],
  ] as [string, string, string][][],
  txt: ['v=DMARC1; p=none'] as string[] | undefined,
  healthz: 200,
  /** Services that refuse whoever asks. */
  refuses: [] as string[],
});

export type Account = ReturnType<typeof wholeAccount>;

/**
 * A small AWS on loopback that speaks each service's own protocol to the real SDK clients, and a name server. It refuses
 * what is not signed for the service it is sent to, and what it was not told about.
 */
export async function startFakeAws() {
  const state = { is: wholeAccount(), asked: [] as string[] };
  const server = createServer((req, res) => {
    void text(req).then((body) => {
      const { status, type, answer } = route(state.is, req, body, state.asked);
      res.writeHead(status, { 'content-type': type, ...(status === 404 ? notFound : {}) }).end(answer);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const names = createSocket('udp4');
  names.on('message', (question, from) => {
    const said = state.is.txt;
    names.send(dnsAnswer(question, said), from.port, from.address);
  });
  await new Promise<void>((ready) => names.bind(0, '127.0.0.1', ready));
  return {
    state,
    url,
    nameServer: `127.0.0.1:${names.address().port}`,
    async close() {
      names.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const notFound = { 'x-amzn-errortype': 'NotFoundException' };
const json = (answer: unknown, status = 200) => ({ status, type: 'application/json', answer: JSON.stringify(answer) });
const absent = () => json({ message: 'not here' }, 404);
const denied = () => json({ __type: 'AccessDeniedException', message: 'no' }, 400);

function route(is: Account, req: IncomingMessage, body: string, asked: string[]) {
  const path = req.url ?? '/';
  if (path === '/healthz') return { status: is.healthz, type: 'application/json', answer: '{}' };
  const service = /Credential=[^/]+\/\d{8}\/us-east-1\/([a-z-]+)\/aws4_request/.exec(
    req.headers.authorization ?? '',
  )?.[1];
  if (!service || is.refuses.includes(service)) return denied();
  asked.push(`${service} ${req.method} ${req.headers['x-amz-target'] ?? path}`);
  if (service === 'sns') return subscriptions(is, new URLSearchParams(body));
  if (service === 'servicequotas') {
    const { ServiceCode, QuotaCode } = JSON.parse(body);
    return `${ServiceCode} ${QuotaCode}` === 'lambda L-B99A9384'
      ? json({ Quota: { Value: is.concurrency } })
      : absent();
  }
  if (service === 'sms-voice') return texts(is, String(req.headers['x-amz-target']), JSON.parse(body));
  if (service !== 'ses' || req.method !== 'GET') return denied();
  if (path === '/v2/email/account') return json(is.account);
  if (path.startsWith('/v2/email/identities/')) return is.identity ? json(is.identity) : absent();
  if (path.endsWith('/event-destinations')) return json({ EventDestinations: is.destinations });
  if (path.startsWith('/v2/email/configuration-sets/')) return is.set ? json(is.set) : absent();
  return denied();
}

function texts(is: Account, target: string, { NextToken, RegistrationIds }: Json) {
  switch (target) {
    case 'PinpointSMSVoiceV2.DescribeAccountAttributes':
      return json({ AccountAttributes: [{ Name: 'ACCOUNT_TIER', Value: is.tier }] });
    case 'PinpointSMSVoiceV2.DescribeSpendLimits':
      return json({
        SpendLimits: [
          { Name: 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT', EnforcedLimit: is.spend, MaxLimit: is.spend, Overridden: false },
          { Name: 'VOICE_MESSAGE_MONTHLY_SPEND_LIMIT', EnforcedLimit: 9999, MaxLimit: 9999, Overridden: false },
        ],
      });
    case 'PinpointSMSVoiceV2.DescribePhoneNumbers': {
      const page = Number(NextToken ?? 0);
      const more = page + 1 < is.numbers.length ? { NextToken: String(page + 1) } : {};
      return json({ PhoneNumbers: is.numbers[page] ?? [], ...more });
    }
    case 'PinpointSMSVoiceV2.DescribeRegistrations':
      return is.registration
        ? json({ Registrations: [{ RegistrationId: RegistrationIds[0], RegistrationStatus: is.registration }] })
        : json({ __type: 'ResourceNotFoundException', Message: 'none' }, 400);
    default:
      return denied();
  }
}

function subscriptions(is: Account, form: URLSearchParams) {
  const page = Number(form.get('NextToken') || 0);
  const members = (is.subscriptions[page] ?? []).map(
    ([topic, endpoint, arn]) =>
      `<member><TopicArn>${topic}</TopicArn><Protocol>email</Protocol><SubscriptionArn>${arn}</SubscriptionArn><Endpoint>${endpoint.replace(/&/g, '&amp;')}</Endpoint></member>`,
  );
  const more = page + 1 < is.subscriptions.length ? `<NextToken>${page + 1}</NextToken>` : '';
  const answer = `<ListSubscriptionsResponse><ListSubscriptionsResult><Subscriptions>${members.join('')}</Subscriptions>${more}</ListSubscriptionsResult></ListSubscriptionsResponse>`;
  return form.get('Action') === 'ListSubscriptions' ? { status: 200, type: 'text/xml', answer } : denied();
}

/** RFC 1035 4.1: the question again, with its TXT answers, or "no such name". */
function dnsAnswer(question: Buffer, said: string[] | undefined): Buffer {
  let end = 12;
  while (question[end] !== 0) end += question[end]! + 1;
  const asked = question.subarray(12, end + 5);
  const header = Buffer.from(question.subarray(0, 12));
  header.writeUInt16BE(said ? 0x8180 : 0x8183, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(said?.length ?? 0, 6);
  header.writeUInt16BE(0, 8);
  header.writeUInt16BE(0, 10);
  const records = (said ?? []).map((words) => {
    // Long records come in parts of at most 255 bytes, to be put together.
    const parts = words.match(/.{1,20}/g) ?? [''];
    const data = Buffer.concat(parts.map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part)])));
    const head = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, 0]);
    head.writeUInt16BE(data.length, 10);
    return Buffer.concat([head, data]);
  });
  return Buffer.concat([header, asked, ...records]);
}
