import { day, minute, second } from '../../../functions/core/base/time';
import type { Enrollment, Notice, Subscriber } from '../../../functions/core/person/subscriber';
import { type Controls, openControls } from '../../../functions/core/sending/controls';
import { gate } from '../../../functions/core/sending/gate';
import type { Book } from '../../../functions/core/series/enrollment';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { aPerson, aProfile, aRun, monday } from '../../support/memory';
import { all } from '../../templates/sample';

const welcome = all.find(({ seriesId }) => seriesId === 'back-care')!;
const book: Book = { policy: defaultPolicy, state: 'GA', version: () => welcome };
const night = Date.parse('2026-12-01T07:00:00Z');
const attempt = (now: number) => ({
  n: 1,
  claimId: 'clm_1',
  channel: 'email' as const,
  claimedAt: now,
  startBy: now + 5 * second,
  leaseUntil: now + 20 * minute,
});

interface Asked {
  now?: number;
  run?: Partial<Enrollment>;
  person?: Partial<Subscriber>;
  controls?: Partial<Controls>;
  book?: Partial<Book>;
}
const ask = ({ now = monday, run, person, controls, book: other }: Asked) => {
  const enrollment = aRun({ phase: 'sending', attempt: attempt(now), ...run });
  const subscriber = aPerson({ enrollments: [enrollment], ...person });
  const turn = { person: subscriber, sendable: enrollment, book: { ...book, ...other } };
  return gate(turn, { ...openControls, ...controls }, now);
};
const later = (reason: string, again: number) => ({ open: false, reason, again });
const never = (reason: string) => ({ open: false, reason, stop: true });

describe('the gate says when to look again, or that there is nothing to look for', () => {
  it('a quarter of an hour later behind a flag', () => {
    const again = monday + 15 * minute;
    expect(ask({ controls: { kill: true } })).toEqual(later('sending-is-stopped', again));
    expect(ask({ controls: { pausedSeries: ['other', 'back-care'] } })).toEqual(later('series-paused', again));
    expect(ask({ run: { campaignId: 'cmp_1' }, controls: { campaigns: { cmp_1: 'paused' } } })).toEqual(
      later('campaign-paused', again),
    );
  });

  it('a minute later outside the window', () => {
    const run = { channel: 'sms' as const };
    expect(ask({ now: night, run })).toEqual(later('outside-the-window', night + minute));
  });

  it('at once when the claim is too old to start, to the millisecond', () => {
    const old = { attempt: attempt(monday - 5 * second) };
    expect(ask({ run: old })).toEqual(later('claimed-too-long-ago', monday));
    expect(ask({ run: { attempt: attempt(monday - 5 * second + 1) } })).toEqual({ open: true });
  });

  it('never for a cancelled campaign, a run or channel that is not active, or a person without answers', () => {
    const cancelled = { campaigns: { cmp_1: 'cancelled' as const } };
    expect(ask({ run: { campaignId: 'cmp_1' }, controls: cancelled })).toEqual(never('campaign-cancelled'));
    for (const status of ['paused', 'stopped', 'finished'] as const)
      expect(ask({ run: { status } })).toEqual(never('channel-not-active'));
    const left = aPerson().channels;
    left.email!.status = 'unsubscribed';
    expect(ask({ person: { channels: left } })).toEqual(never('channel-not-active'));
    expect(ask({ person: { channels: {} } })).toEqual(never('channel-not-active'));
    const { profile: _profile, ...stranger } = aPerson();
    const enrollment = aRun({ attempt: attempt(monday) });
    expect(gate({ person: stranger, sendable: enrollment, book }, openControls, monday)).toEqual(never('no-profile'));
  });

  it('of another campaign or series a flag says nothing', () => {
    const campaigns = { cmp_1: 'cancelled' as const };
    expect(ask({ run: { campaignId: 'cmp_2' }, controls: { campaigns } })).toEqual({ open: true });
    expect(ask({ controls: { campaigns: { undefined: 'cancelled' } } })).toEqual({ open: true });
    expect(ask({ controls: { pausedSeries: ['other'] } })).toEqual({ open: true });
  });
});

describe('the gate', () => {
  it('refuses what nobody claimed', () => {
    const { attempt: _attempt, ...unclaimed } = aRun();
    expect(gate({ person: aPerson(), sendable: unclaimed, book }, openControls, monday)).toEqual(
      later('claimed-too-long-ago', monday),
    );
  });

  it('lets a version nobody approved through anywhere but in production', () => {
    const draft = () => ({ ...welcome, approval: 'draft' as const });
    const approved = () => ({ ...welcome, approval: 'approved' as const });
    expect(ask({ book: { production: true, version: draft } })).toEqual(later('not-approved', monday + 15 * minute));
    expect(ask({ book: { production: true, version: approved } })).toEqual({ open: true });
    expect(ask({ book: { production: false, version: draft } })).toEqual({ open: true });
  });

  it('lets the welcome mail through at night, and no other mail and no welcome text', () => {
    expect(ask({ now: night })).toEqual({ open: true });
    expect(ask({ now: night, run: { stepId: 'stretching' } })).toMatchObject({ reason: 'outside-the-window' });
    expect(ask({ now: night, run: { channel: 'sms' } })).toMatchObject({ reason: 'outside-the-window' });
  });

  it('holds an opened window in the person’s own zone', () => {
    const hawaii = { profile: aProfile({ zones: ['Pacific/Honolulu'] }) };
    expect(ask({ run: { stepId: 'stretching' }, person: hawaii })).toMatchObject({ reason: 'outside-the-window' });
    expect(ask({ run: { stepId: 'stretching' } })).toEqual({ open: true });
  });

  it('throws, and so sends nothing, for a run without a step, whatever the steps are called', () => {
    const { stepId: _step, ...lost } = aRun({ attempt: attempt(monday) });
    const named = { ...welcome, steps: { ...welcome.steps, undefined: welcome.steps.welcome! } };
    for (const version of [welcome, named])
      expect(() =>
        gate({ person: aPerson(), sendable: lost, book: { ...book, version: () => version } }, openControls, monday),
      ).toThrow('has no step ');
  });

  it.each(['pausedUntil', 'visitUntil'] as const)('refuses a run while its person rests: %s', (until) => {
    const over = monday + 3 * day;
    expect(ask({ person: { [until]: over } })).toEqual(later('resting', over));
    expect(ask({ person: { [until]: monday + 1 } })).toEqual(later('resting', monday + 1));
    expect(ask({ person: { [until]: monday } })).toEqual({ open: true });
  });

  it('asks of a service message only that its claim is fresh and nothing stops it', () => {
    const notice: Notice = {
      id: 'ntc_1',
      kind: 'sms-stop',
      channel: 'sms',
      phase: 'sending',
      dueAt: night,
      expiresAt: night + minute,
      attempt: attempt(night),
    };
    const { profile: _profile, ...stranger } = aPerson({ channels: {} });
    expect(gate({ person: stranger, sendable: notice, book }, openControls, night)).toEqual({ open: true });
    const stopped = { ...openControls, kill: true };
    expect(gate({ person: stranger, sendable: notice, book }, stopped, night)).toEqual({ open: true });
    expect(gate({ person: stranger, sendable: { ...notice, kind: 'sms-welcome' }, book }, stopped, night)).toEqual(
      later('sending-is-stopped', night + 15 * minute),
    );
    const total = { ...openControls, total: true };
    expect(gate({ person: stranger, sendable: notice, book }, total, night)).toEqual(
      later('everything-is-stopped', night + 15 * minute),
    );
    expect(gate({ person: stranger, sendable: { ...notice, kind: 'sms-crisis' }, book }, total, night)).toEqual(
      later('everything-is-stopped', night + minute),
    );
    expect(gate({ person: stranger, sendable: notice, book }, openControls, night + 5 * second)).toEqual(
      later('claimed-too-long-ago', night + 5 * second),
    );
  });
});
