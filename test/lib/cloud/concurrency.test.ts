import { enoughToReserve, fedAtMost, shareOf } from '../../../lib/cloud/concurrency';
import { synth } from './synth';

const ours = (of: ReturnType<typeof synth>) =>
  of
    .of('AWS::Lambda::Function')
    .filter(({ id }) => !/^(AWSCDKTrigger|CustomCDKBucketDeployment)/.test(id))
    .map(({ id, Properties }) => [id.replace(/[0-9A-F]{8}$/, ''), Properties.ReservedConcurrentExecutions] as const);

test('a new account, which allows ten functions at once, reserves nothing and so can be deployed to', () => {
  expect(ours(synth('prod')).filter(([, reserved]) => reserved !== undefined)).toEqual([]);
  expect(shareOf('public', enoughToReserve - 1)).toBeUndefined();
});

test('an account that allows a thousand caps the pages and keeps room for whoever sends, reads replies and lets people leave', () => {
  const shares = Object.fromEntries(ours(synth('prod', { concurrentExecutions: 1000 })));
  expect(shares).toMatchObject({
    public: 100,
    staff: 40,
    unsubscribe: 40,
    sendemail: 10,
    sendtext: 2,
    events: 10,
    inbound: 5,
  });
  const whole = Object.values(shares).reduce<number>((sum, one) => sum + (one ?? 0), 0);
  expect(whole).toBeLessThanOrEqual(enoughToReserve - 100);
});

test('a worker has exactly the share that its queue may use, so that no poller pulls what then fails', () => {
  const app = synth('prod', { concurrentExecutions: 1000 });
  const maxima = app
    .of('AWS::Lambda::EventSourceMapping')
    .flatMap(({ Properties }) => Properties.ScalingConfig?.MaximumConcurrency ?? []);
  const names = ['send-email', 'send-text', 'events', 'inbound'] as const;
  expect(maxima.sort()).toEqual(names.map(fedAtMost).sort());
  for (const name of names) expect(shareOf(name, 1000)).toBe(fedAtMost(name));
});
