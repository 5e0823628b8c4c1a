import type { AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept {
  payload: AdapterPayload;
  until: number;
}

/** A desk has one browser; this bounds what a script that never redeems its codes can leave behind. */
const most = 5_000;

/** Sessions, codes and refresh tokens. A restart forgets them: the next sign-in takes no typing, so nothing is lost. */
export function memory(now: () => number = Date.now): { adapter: AdapterFactory; clear(): void } {
  const kept = new Map<string, Kept>();
  const find = (key: string): AdapterPayload | undefined => {
    const one = kept.get(key);
    if (!one) return undefined;
    if (one.until > now()) return one.payload;
    kept.delete(key);
    return undefined;
  };
  const first = (model: string, fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    for (const key of kept.keys()) {
      const payload = key.startsWith(`${model}:`) ? find(key) : undefined;
      if (payload && fits(payload)) return payload;
    }
    return undefined;
  };

  const adapter: AdapterFactory = (model) => ({
    async upsert(id, payload, expiresIn) {
      const key = `${model}:${id}`;
      kept.delete(key); // so that the oldest stays in front
      kept.set(key, { payload, until: expiresIn === undefined ? Infinity : now() + expiresIn * 1000 });
      if (kept.size <= most) return;
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    },
    find: async (id) => find(`${model}:${id}`),
    findByUid: async (uid) => first(model, (payload) => payload.uid === uid),
    findByUserCode: async (code) => first(model, (payload) => payload.userCode === code),
    async consume(id) {
      const payload = find(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(now() / 1000);
    },
    async destroy(id) {
      kept.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of kept) {
        if (payload.grantId === grantId) kept.delete(key);
      }
    },
  });
  return { adapter, clear: () => kept.clear() };
}
