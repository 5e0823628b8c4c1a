import { advance, type Book, datesToCome, enroll, revive } from '../../functions/core/enrollment';
import { day } from '../../functions/core/time';
import { aPerson, aProfile, aRun, memory, monday } from '../support/memory';

let book: Book;
beforeAll(async () => {
  book = await memory().base.book(aPerson({ enrollments: [aRun()] }));
});
const wanted = { id: 'enr_1', seriesId: 'back-care', version: 1, channel: 'email' as const };

describe('a run', () => {
  it('keeps 10:00 local over a change of the clock (LAMP-platform #180)', () => {
    const start = Date.parse('2026-10-28T15:00:00Z');
    const [, second] = datesToCome(aPerson(), enroll(aPerson(), wanted, book, start), book, start);
    expect(new Date(second!.at).toISOString()).toBe('2026-11-04T15:00:00.000Z');
  });
  it('keeps its natural distances after a long pause instead of flushing a backlog', () => {
    const run = aRun({ completedSteps: ['welcome'], lastSentAt: monday, status: 'paused' });
    const dates = datesToCome(aPerson(), revive(aPerson(), run, book, monday + 90 * day), book, monday + 90 * day).map(
      ({ at }) => at,
    );
    expect(dates.length).toBe(5);
    for (const [i, at] of dates.slice(1).entries()) expect(at - dates[i]!).toBeGreaterThanOrEqual(6.9 * day);
  });
  it('never brings two steps closer than the minimum, whatever path the person moves to', () => {
    const person = aPerson({ profile: aProfile({ checkIn: 'worse' }) });
    const run = advance(
      person,
      aRun({ startedAt: monday - 40 * day, completedSteps: ['welcome'], lastSentAt: monday }),
      book,
      monday,
    );
    expect(run.stepId).toBe('spine-doctor');
    expect(run.dueAt! - monday).toBeGreaterThanOrEqual(1.9 * day);
  });
  it('is finished when nothing of the path is left', () => {
    const completedSteps = ['welcome', 'stretching', 'cross-training', 'rest', 'spine-doctor', 'check-in'];
    expect(advance(aPerson(), aRun({ completedSteps }), book, monday)).toMatchObject({
      status: 'finished',
      completedSteps,
    });
  });
});
