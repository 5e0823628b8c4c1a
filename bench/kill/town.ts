import type { House } from './house';

/** What the outside world shows of a message. */
export interface Received {
  id: string;
  channel: 'email' | 'sms';
  to: string;
  text: string;
  headers: { name: string; value: string }[];
  tags: { subscriber: string; target: string; step: string; attempt: string };
  acceptedAt: string;
}

const json = { 'content-type': 'application/json', accept: 'application/json' };

/** One request; a house that dies in the middle of it is `undefined`, as a person with a dead connection would say. */
async function ask(url: string, init: RequestInit = {}): Promise<{ status: number; body: string } | undefined> {
  try {
    const answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(240_000) });
    return { status: answer.status, body: await answer.text() };
  } catch {
    return undefined;
  }
}

/** Everything a stranger, a runner or a member of staff can do from outside. */
export function townOf({ url }: Pick<House, 'url'>) {
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    ask(path.startsWith('http') ? path : url + path, {
      method: 'POST',
      headers: { ...json, ...headers },
      body: JSON.stringify(body),
    });
  const read = async (path: string, headers: Record<string, string> = {}): Promise<unknown> => {
    const answer = await ask(url + path, { headers: { ...json, ...headers } });
    if (answer?.status !== 200) throw new Error(`${path.split('?')[0]} answers ${answer?.status}: ${answer?.body}`);
    return JSON.parse(answer.body);
  };
  return {
    post,
    read,
    healthy: async () => (await ask(`${url}/healthz`))?.status === 200,
    outbox: (to?: string) =>
      read(`/local/api/outbox${to ? `?to=${encodeURIComponent(to)}` : ''}`) as Promise<Received[]>,
    /** False when the house died meanwhile. */
    advance: async (span: string): Promise<boolean> => {
      const answer = await post('/local/api/clock', { advance: span });
      if (answer && answer.status !== 200) throw new Error(`the clock answers ${answer.status}: ${answer.body}`);
      return answer !== undefined;
    },
    staff: async () => {
      const { token } = JSON.parse((await post('/local/api/token', { role: 'viewer' }))?.body ?? '{}');
      return (path: string) => read(`/staff/api${path}`, { authorization: `Bearer ${token}` });
    },
  };
}

export type Town = ReturnType<typeof townOf>;

export const linkIn = (message: Received | undefined, kind: string): string | undefined =>
  message && new RegExp(`https?://\\S+/${kind}/\\S+`).exec(message.text)?.[0];

export const oneClickOf = (message: Received): string | undefined =>
  /<(https?:[^>]+)>/.exec(message.headers.find(({ name }) => name === 'List-Unsubscribe')?.value ?? '')?.[1];

/** Drip messages belong to an enrollment, service messages to a notice. */
export const isMarketing = ({ tags }: Received): boolean => tags.target.startsWith('enr_');
