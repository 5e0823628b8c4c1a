import { originGuard } from '../../../lib/cloud/origin-guard';
import { originHeader } from '../../../lib/cloud/origin-names';

const guard = originGuard(async () => 'the-key');

it('lets through what CloudFront marked', async () => {
  expect(await guard({ headers: { [originHeader]: 'the-key' } })).toEqual({ isAuthorized: true });
});

it.each([[{ [originHeader]: 'the-kez' }], [{ [originHeader]: '' }], [{}]])(
  'refuses %j',
  async (headers: Record<string, string>) => {
    expect(await guard({ headers })).toEqual({ isAuthorized: false });
  },
);

it('lets nobody through while there is no key', async () => {
  expect(await originGuard(async () => '')({ headers: { [originHeader]: '' } })).toEqual({ isAuthorized: false });
});

it('refuses a request without any header', async () => {
  expect(await guard({})).toEqual({ isAuthorized: false });
});
