import { generateKeyPairSync } from 'node:crypto';
import { openTown, someone, type Town } from '../journey/world';

interface Verdict {
  spf: { status: { result: string } };
  dkim: { results: [{ status: { result: string }; signingHeaders: { keys: string } }] };
  dmarc: { status: { result: string } };
}
// The types of the package leave out its signing half and what a verdict holds.
const { authenticate } = require('mailauth') as { authenticate(mail: string, options: object): Promise<Verdict> };
const { dkimSign } = require('mailauth/lib/dkim/sign') as {
  dkimSign(mail: string, options: object): Promise<{ signatures: string; errors: unknown[] }>;
};

jest.setTimeout(60_000);

let town: Town;
let tip: { id: string; from: string };
let eml: string;
beforeAll(async () => {
  town = await openTown();
  const email = 'dana@example.com';
  await town.join({ ...someone, email, emailConsent: true });
  await town.settle();
  tip = (await town.outbox(email)).find(({ tags }) => tags.step === 'welcome')!;
  eml = (await town.get(`/local/api/outbox/${tip.id}.eml`)).text;
});
afterAll(() => town.close());

/** Every header once, in the order it stands in. */
const headersOf = (eml: string): string[] => [
  ...new Set(Array.from(eml.split('\r\n\r\n')[0]!.matchAll(/^([\w-]+):/gm), ([, name]) => name!.toLowerCase())),
];

it('a mail of a series passes SPF, DKIM and DMARC, with both headers of one-click leaving under the signature (RFC 8058 4)', async () => {
  const names = headersOf(eml);
  expect(names).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'list-id', 'from', 'to']));

  const domain = /@([\w.-]+)>?$/.exec(tip.from)![1]!;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const { signatures, errors } = await dkimSign(eml, {
    // The library reads a string, whatever its page says; a list would quietly mean its own default, without List-Unsubscribe-Post.
    headerList: names.join(':'),
    signatureData: [{ signingDomain: domain, selector: 's1', privateKey }],
  });
  expect(errors).toEqual([]);
  const records: Record<string, string[][]> = {
    [`s1._domainkey.${domain} TXT`]: [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]],
    [`bounce.${domain} TXT`]: [['v=spf1 ip4:192.0.2.1 -all']],
    [`_dmarc.${domain} TXT`]: [['v=DMARC1; p=reject']],
  };
  const resolver = async (name: string, type: string) => {
    const found = records[`${name} ${type}`];
    if (!found) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return found;
  };
  const signed = `${signatures}${eml}`;
  const judged = await authenticate(signed, {
    ip: '192.0.2.1',
    helo: 'mx.test',
    sender: `b@bounce.${domain}`,
    resolver,
  });
  const [dkim] = judged.dkim.results;
  expect([judged.spf.status.result, dkim.status.result, judged.dmarc.status.result]).toEqual(['pass', 'pass', 'pass']);
  const covered = dkim.signingHeaders.keys.toLowerCase().split(/\s*:\s*/);
  expect(covered).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']));

  // A changed link breaks the signature, so that nobody on the way can lead a goodbye elsewhere.
  const changed = signed.replace('<http://localhost', '<http://elsewhere');
  expect(changed).not.toBe(signed);
  const again = await authenticate(changed, {
    ip: '192.0.2.1',
    helo: 'mx.test',
    sender: `b@bounce.${domain}`,
    resolver,
  });
  expect(again.dkim.results[0].status.result).not.toBe('pass');
});

it('a mail has one of each header that RFC 5322 allows once, one address to leave by, and no line over 998', () => {
  const head = eml.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/g, ' ');
  for (const name of [
    'From',
    'To',
    'Subject',
    'Date',
    'Message-ID',
    'List-Unsubscribe',
    'List-Unsubscribe-Post',
    'List-Id',
  ])
    expect([name, head.match(new RegExp(`^${name}:`, 'gim'))?.length]).toEqual([name, 1]);
  expect(head.match(/^List-Unsubscribe: *<[^<>,\s]+>$/gm)).toHaveLength(1);
  for (const line of eml.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
});
