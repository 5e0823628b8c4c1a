import { sourceKey } from '../../functions/core/person/address';
import type { Noted } from '../../functions/http/noted';
import { staffApp } from '../../functions/http/staff/app';
import { staffWorld } from '../support/staff';
import { serve, token } from './public-site';

const ip = '192.0.2.77';

describe('a line for each answered request', () => {
  it('names the route and never the path, the outcome, and a hash of where it came from', async () => {
    const lines: Noted[] = [];
    const { app } = serve({}, { note: (line) => lines.push(line), sourceOf: () => sourceKey('a secret', ip) });
    await app.request(`/tips/${token.tips}`);
    await app.request('/confirm/forged', { method: 'POST' });
    await app.request('/no/such/page?token=abc');
    expect(lines).toEqual([
      { method: 'GET', route: '/tips/:token', status: 200, source: sourceKey('a secret', ip) },
      { method: 'POST', route: '/confirm/:token', status: 404, source: sourceKey('a secret', ip) },
      { method: 'GET', route: '/*', status: 404, source: sourceKey('a secret', ip) },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/192\.0|forged|abc|such/);
    for (const part of Object.values(token)) expect(JSON.stringify(lines)).not.toContain(part);
  });

  it('carries the id that the access log of the gateway has too', async () => {
    const lines: Noted[] = [];
    const { app } = serve({}, { note: (line) => lines.push(line) });
    await app.request('/healthz', {}, { event: { requestContext: { requestId: 'gw-1' } } });
    expect(lines[0]).toMatchObject({ request: 'gw-1', route: '/healthz' });
  });

  it('is written for staff too, refused ones included', async () => {
    const lines: Noted[] = [];
    const app = staffApp({ ...staffWorld().ports, note: (line) => lines.push(line) });
    await app.request('/staff/api/subscribers/sub_0000000000000001');
    expect(lines).toEqual([
      { method: 'GET', route: '/staff/api/subscribers/:id', status: 401, source: expect.stringMatching(/^[\w-]+$/) },
    ]);
  });

  it('tells one source from another, and both from their addresses', () => {
    expect(sourceKey('a secret', ip)).toMatch(/^[\w-]{22}$/);
    expect(sourceKey('a secret', ip)).not.toBe(sourceKey('a secret', '192.0.2.78'));
    expect(sourceKey('a secret', ip)).not.toBe(sourceKey('another', ip));
  });
});
