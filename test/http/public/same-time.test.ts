import { StridewellError } from '../../../functions/core/base/error';
import { serve, token } from '../public-site';

const asJson = { 'content-type': 'application/json' };
const good = {
  firstName: 'Ana',
  email: 'ana@example.com',
  emailConsent: true,
  experience: 'new',
  pain: 'none',
  crossTraining: true,
  adult: true,
};
const booking = { location: 'north', firstName: 'Ana', phone: '404-555-0123' };

/** A stopwatch that only work and waiting move. */
function timed(work: number, outcome: () => void = () => undefined) {
  let elapsed = 0;
  const busy = async () => {
    elapsed += work;
    outcome();
  };
  const { app } = serve(
    {
      signUp: busy,
      book: async () => {
        await busy();
        return { callBackBy: 0 };
      },
      prefer: async () => {
        await busy();
        return { did: 'resumed' };
      },
      deleteMyData: busy,
      myData: async () => {
        await busy();
        return {};
      },
      leaveByAddress: async () => {
        await busy();
        return { found: true, drained: true, channel: 'email' };
      },
      leave: async () => {
        await busy();
        return { found: true, drained: true, channel: 'email' };
      },
    },
    {
      answersEvery: 250,
      elapsed: () => elapsed,
      sleep: async (ms) => {
        elapsed += ms;
      },
    },
  );
  return async (path: string, body: object = {}) => {
    const answer = await app.request(path, { method: 'POST', headers: asJson, body: JSON.stringify(body) });
    return { after: elapsed, status: answer.status };
  };
}

test.each<[string, string, object]>([
  ['a sign-up', '/subscribe', good],
  ['a booking without a link', '/book', booking],
  ['a booking by link', `/book/${token.book}`, booking],
  ['leaving by a typed address', '/unsubscribe', { address: 'ana@example.com' }],
  ['a choice', `/preferences/${token.preferences}`, { set: 'pause', on: true }],
  ['a download', `/preferences/data/${token.data}`, {}],
])('%s is answered at the same moment however long it took', async (_what, path, body) => {
  for (const work of [1, 40, 249]) expect(await timed(work)(path, body)).toMatchObject({ after: 250 });
  expect(await timed(251)(path, body)).toMatchObject({ after: 500 });
});

test('a refusal and a failure keep the same time as an answer', async () => {
  const refused = timed(90, () => {
    throw new StridewellError('conflict', 'Please try again.');
  });
  expect(await refused('/subscribe', good)).toEqual({ after: 250, status: 409 });
  expect(await timed(0)('/subscribe', { ...good, adult: false })).toEqual({ after: 250, status: 400 });
});

test('leaving by link waits for nobody', async () => {
  expect(await timed(90)(`/unsubscribe/${token.unsubscribe}`)).toEqual({ after: 90, status: 200 });
});
