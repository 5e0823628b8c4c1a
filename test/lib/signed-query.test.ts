import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { query, signed } from '../../lib/signed-query';

const asked = {
  service: 'service',
  region: 'us-east-1',
  endpoint: 'https://example.amazonaws.com/',
  form: { Param1: 'value1' },
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
  now: new Date('2015-08-30T12:36:00Z'),
};

it("signs as AWS's own test suite does (aws-sig-v4-test-suite, post-x-www-form-urlencoded)", () => {
  expect(signed(asked).headers.authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  );
});

it('signs the token of a session too, and another key or form gives another signature', () => {
  const session = signed({ ...asked, credentials: { ...asked.credentials, sessionToken: 'token' } });
  expect(session.headers.authorization).toContain('SignedHeaders=content-type;host;x-amz-date;x-amz-security-token');
  const signatures = [asked, { ...asked, form: { Param1: 'other' } }, { ...asked, region: 'us-west-2' }].map(
    (one) => signed(one).headers.authorization,
  );
  expect(new Set(signatures).size).toBe(3);
});

it('signs the target of a service that speaks JSON', () => {
  const { body, headers } = signed({ ...asked, form: { target: 'Service.Get', json: { Code: 'x' } } });
  expect(body).toBe('{"Code":"x"}');
  expect(headers).toMatchObject({ 'content-type': 'application/x-amz-json-1.1' });
  expect(headers.authorization).toContain('SignedHeaders=content-type;host;x-amz-date;x-amz-target');
});

it("names AWS's refusal by its code and says nothing else of it", async () => {
  const server = createServer((_req, res) =>
    res
      .writeHead(403)
      .end('<ErrorResponse><Error><Code>AccessDenied</Code><Message>kim@x</Message></Error></ErrorResponse>'),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await expect(query({ ...asked, endpoint })).rejects.toThrow(/^service says AccessDenied\.$/);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});
