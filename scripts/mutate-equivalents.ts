/** Mutants that behave like the code itself, each with why; one that a test kills, or that no longer exists, is an error. */
interface Equivalent {
  file: string;
  was: string;
  becomes: string[];
  because: string;
}

const zero = 'compared with real moments of this century by Math.max, where -1, 0 and 1 are all long ago';
const unique = 'ids are unique, so the first is the last';
const nameless = 'no step has such a name, as none has no name';
const compiler = 'undefined is never less than a number; the question is there for the compiler';

export const equivalents: Equivalent[] = [
  {
    file: 'functions/core/sending/plan.ts',
    was: "if (subscriber.expiresAt !== undefined && now >= subscriber.expiresAt) return { do: 'erase' };",
    becomes: ["if (true && now >= subscriber.expiresAt) return { do: 'erase' };"],
    because: compiler,
  },
  {
    file: 'functions/core/sending/plan.ts',
    was: 'if (at !== undefined && (until === undefined || at < until)) until = at;',
    becomes: [
      'if (true && (until === undefined || at < until)) until = at;',
      'if (at !== undefined && (until === undefined || at <= until)) until = at;',
    ],
    because: 'sets undefined to undefined, or a moment to itself',
  },
  {
    file: 'functions/core/sending/plan.ts',
    was: 'const allowedFrom = Math.max(dueAt, enrollment.allowedFrom ?? 0);',
    becomes: [
      'const allowedFrom = Math.max(dueAt, enrollment.allowedFrom ?? 1);',
      'const allowedFrom = Math.max(dueAt, enrollment.allowedFrom ?? (-1));',
    ],
    because: zero,
  },
  {
    file: 'functions/core/sending/due.ts',
    was: ': Math.max(attempt.claimedAt + resolveAfter[one.channel], again ?? 0);',
    becomes: [
      ': Math.max(attempt.claimedAt + resolveAfter[one.channel], again ?? 1);',
      ': Math.max(attempt.claimedAt + resolveAfter[one.channel], again ?? (-1));',
    ],
    because: zero,
  },
  {
    file: 'functions/core/sending/due.ts',
    was: "if (subscriber.expiresAt !== undefined) consider(subscriber.expiresAt, 'sms');",
    becomes: ["if (true) consider(subscriber.expiresAt, 'sms');"],
    because: 'consider() leaves undefined out itself',
  },
  {
    file: 'functions/core/sending/plan.ts',
    was: 'const { visitUntil = 0, pausedUntil = 0 } = subscriber;',
    becomes: [
      'const { visitUntil = 1, pausedUntil = 0 } = subscriber;',
      'const { visitUntil = (-1), pausedUntil = 0 } = subscriber;',
      'const { visitUntil = 0, pausedUntil = 1 } = subscriber;',
      'const { visitUntil = 0, pausedUntil = (-1) } = subscriber;',
    ],
    because: zero,
  },
  {
    file: 'functions/core/series/enrollment.ts',
    was: "return again.status === 'finished' ? enrollment : { ...again, allowedFrom: Math.max(again.allowedFrom ?? 0, now) };",
    becomes: [
      "return again.status === 'finished' ? enrollment : { ...again, allowedFrom: Math.max(again.allowedFrom ?? 1, now) };",
      "return again.status === 'finished' ? enrollment : { ...again, allowedFrom: Math.max(again.allowedFrom ?? (-1), now) };",
    ],
    because: zero,
  },
  {
    file: 'functions/core/time/schedule.ts',
    was: 'const last = spans.at(-1);',
    becomes: ['const last = spans.at(-0);'],
    because: 'a day has two stretches at most, so the last span so far is the first',
  },
  {
    file: 'functions/core/time/schedule.ts',
    was: 'if (from >= to) continue;',
    becomes: ['if (from > to) continue;'],
    because: 'a span of no length holds no moment',
  },
  {
    file: 'functions/core/time/schedule.ts',
    was: 'for (let dayNumber = first; dayNumber <= first + horizon / day + 1; dayNumber++) {',
    becomes: [
      'for (let dayNumber = first; dayNumber < first + horizon / day + 1; dayNumber++) {',
      'for (let dayNumber = first; dayNumber <= first + horizon / day - 1; dayNumber++) {',
      'for (let dayNumber = first; dayNumber <= first + horizon / day + 2; dayNumber++) {',
      'for (let dayNumber = first; dayNumber <= first + horizon / day + 0; dayNumber++) {',
    ],
    because: 'one zone alone opens within weeks or never; only zones together can be closed for a month',
  },
  {
    file: 'functions/core/time/schedule.ts',
    was: 'return Infinity;',
    becomes: ['return undefined;'],
    because: 'Math.max makes it NaN, which like Infinity is not within the horizon',
  },
  {
    file: 'functions/core/time/schedule.ts',
    was: 'const open = spans.find((span) => span.from <= at && at < span.to);',
    becomes: ['const open = spans.findLast((span) => span.from <= at && at < span.to);'],
    because: 'spans never overlap, so one at most holds the moment',
  },
  {
    file: 'functions/core/time/schedule.ts',
    was: 'if (meets.from < meets.to) both.push(meets);',
    becomes: ['if (meets.from <= meets.to) both.push(meets);'],
    because: 'a span of no length adds nothing to the sum',
  },
  {
    file: 'functions/core/sending/attempt.ts',
    was: '...(expiresAt !== undefined && expiresAt <= now ? { expiresAt: later() } : {}),',
    becomes: ['...(true && expiresAt <= now ? { expiresAt: later() } : {}),'],
    because: compiler,
  },
  {
    file: 'functions/core/sending/attempt.ts',
    was: "const one = 'target' in decided ? findSendable(person, decided.target) : undefined;",
    becomes: ['const one = true ? findSendable(person, decided.target) : undefined;'],
    because: 'nothing has no id',
  },
  {
    file: 'functions/core/sending/sendable.ts',
    was: 'sendablesOf(person).find((one) => one.id === id);',
    becomes: ['sendablesOf(person).findLast((one) => one.id === id);'],
    because: unique,
  },
  {
    file: 'functions/core/sending/sendable.ts',
    was: 'return sendablesOf(person).find(holds);',
    becomes: ['return sendablesOf(person).findLast(holds);'],
    because: unique,
  },
  {
    file: 'functions/core/sending/gate.ts',
    was: "const step = stepOf(version, run.stepId ?? '');",
    becomes: ["const step = stepOf(version, run.stepId ?? '?');"],
    because: nameless,
  },
  {
    file: 'functions/core/sending/plan.ts',
    was: "const step = book.version(seriesId, version).steps[stepId ?? ''];",
    becomes: ["const step = book.version(seriesId, version).steps[stepId ?? '?'];"],
    because: nameless,
  },
  {
    file: 'functions/core/series/enrollment.ts',
    was: 'export const restsUntil = ({ pausedUntil = 0, visitUntil = 0 }: Subscriber): Instant =>',
    becomes: [
      'export const restsUntil = ({ pausedUntil = 1, visitUntil = 0 }: Subscriber): Instant =>',
      'export const restsUntil = ({ pausedUntil = (-1), visitUntil = 0 }: Subscriber): Instant =>',
      'export const restsUntil = ({ pausedUntil = 0, visitUntil = 1 }: Subscriber): Instant =>',
      'export const restsUntil = ({ pausedUntil = 0, visitUntil = (-1) }: Subscriber): Instant =>',
    ],
    because: zero,
  },
  {
    file: 'functions/core/series/enrollment.ts',
    was: 'const rests = restsUntil(subscriber) > Math.max(enrollment.wakeAt ?? Infinity, now);',
    becomes: ['const rests = restsUntil(subscriber) > Math.max((enrollment.wakeAt), now);'],
    because: 'Math.max makes it NaN, which like Infinity no rest outlasts',
  },
];
