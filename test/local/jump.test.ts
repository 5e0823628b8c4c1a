import { Clock } from '../../lib/local/clock';
import { jump, looksAfter, type Moving } from '../../lib/local/jump';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Monday, at noon. */
const start = Date.parse('2026-11-30T12:00:00Z');

/** A world in which these moments are due; writes down what ran when. */
function world(dues: number[], busy: number[] = []) {
  const clock = new Clock(':memory:', () => start);
  const ran: [string, number][] = [];
  const left = [...dues];
  const moving: Moving = {
    clock,
    nextDue: async (now) => left.filter((at) => at > now).sort((a, b) => a - b)[0],
    tick: async () => {
      const due = left.filter((at) => at <= clock.now());
      for (const at of due) {
        left.splice(left.indexOf(at), 1);
        ran.push(['sent', clock.now()]);
      }
      return due.length;
    },
    watch: async () => void ran.push(['watch', clock.now()]),
    busyHours: async () => busy,
    quiet: async () => undefined,
  };
  return { moving, ran, of: (what: string) => ran.filter(([kind]) => kind === what).map(([, at]) => at - start) };
}

describe('the watch in a jump', () => {
  it('looks after each hop before the next one, so that what it stops has stopped', async () => {
    const { moving, ran } = world([start + hour, start + hour + 7 * minute, start + 3 * day]);
    await jump(moving, start + 7 * day);
    const kinds = ran.map(([kind]) => kind);
    const sent = kinds.flatMap((kind, at) => (kind === 'sent' ? [at] : []));
    expect(sent).toHaveLength(3);
    for (const [n, at] of sent.entries()) expect(kinds.slice(at + 1, sent[n + 1] ?? kinds.length)).toContain('watch');
  });

  it('looks on the beat of five minutes, at no moment twice', async () => {
    const { moving, of } = world([start + hour + 90_000]);
    await jump(moving, start + 10 * day);
    const looks = of('watch');
    expect(new Set(looks).size).toBe(looks.length);
    for (const at of looks) expect(at % (5 * minute)).toBe(0);
    expect(looks).toEqual(expect.arrayContaining([hour + 5 * minute, hour + 7 * day + 5 * minute]));
  });

  it('looks when an hour leaves the seven days, also one from before the jump', async () => {
    const { moving, of } = world([start + day], [start - 2 * day]);
    await jump(moving, start + 10 * day);
    expect(of('watch')).toEqual(expect.arrayContaining([5 * day + 5 * minute, 8 * day + 5 * minute]));
  });

  it('has looked when the jump is over, and does not look for a jump of nothing', async () => {
    const { moving, of } = world([]);
    await jump(moving, start);
    expect(of('watch')).toEqual([]);
    await jump(moving, start + 40 * day);
    expect(of('watch').at(-1)).toBe(40 * day);
  });

  it('sees every hop that the whole of five-minute beats would have seen', () => {
    for (const at of [start, start + 1, start + 299_999, start + 300_000]) {
      const [first] = looksAfter(at);
      expect(first! > at && first! - at <= 5 * minute).toBe(true);
    }
  });
});
