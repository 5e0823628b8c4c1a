import { day, hour } from '../../../functions/core/base/time';
import type { Campaign } from '../../../functions/core/campaigns/campaign';
import type { ConsentEvidence } from '../../../functions/core/practice/consent';
import type { Delivery } from '../../../functions/core/sending/delivery';
import { campaignFunnel } from '../../../functions/flows/reports/campaign-funnel';
import { id, staffWorld, start } from '../../support/staff';

const campaign = { id: id('cmp', 1), createdAt: start - day } as Campaign;
let n = 0;
const push = (
  kept: ReturnType<typeof staffWorld>['kept'],
  facts: Delivery['facts'],
  change: Partial<Delivery> = {},
) => {
  n += 1;
  const delivery: Delivery = {
    subscriber: id('sub', n),
    id: id('msg', n),
    target: id('enr', n),
    stepId: 'invite',
    channel: 'email',
    marketing: true,
    at: start,
    campaignId: campaign.id,
    facts,
    ...change,
  };
  kept.ledger.push({ kind: 'message', delivery });
};
const at = start;
const leave = (
  kept: ReturnType<typeof staffWorld>['kept'],
  subscriber: string,
  when: number,
  channel: 'email' | 'sms' = 'email',
) =>
  kept.ledger.push({
    kind: 'consent',
    evidence: { subscriber, channel, at: when, action: 'withdrawn' } as ConsentEvidence,
  });

describe('the funnel of a campaign', () => {
  it('counts each step, in the order in which they began, with the reasons of what was not sent', async () => {
    const { kept, ports } = staffWorld();
    push(kept, { accepted: { at } }, { stepId: 'second', at: start + 1000 });
    push(kept, { accepted: { at }, delivered: { at }, clicked: { at }, booked: { at } });
    push(kept, { accepted: { at }, delivered: { at } });
    leave(kept, id('sub', n), at + hour);
    push(kept, { accepted: { at }, bounced: { at, note: 'Permanent-NoEmail' } });
    push(kept, { skipped: { at, note: 'suppressed' } });
    push(kept, { skipped: { at, note: 'suppressed' } });
    push(kept, { skipped: { at, note: 'frequency-cap' } });
    push(kept, { accepted: { at } }, { campaignId: id('cmp', 2) });
    expect(await campaignFunnel(ports, campaign)).toEqual({
      exact: true,
      outcomes: { sent: 4, skipped: 3 },
      steps: [
        {
          stepId: 'invite',
          meant: 6,
          sent: 3,
          delivered: 2,
          clicked: 1,
          booked: 1,
          optedOut: 1,
          reasons: [
            { reason: 'The person opted out, or the address bounced or complained.', count: 2 },
            { reason: 'It came back: there is no such address.', count: 1 },
            { reason: 'The person already got as many messages as were promised.', count: 1 },
          ],
        },
        expect.objectContaining({ stepId: 'second', meant: 1, sent: 1, reasons: [] }),
      ],
    });
  });

  it('counts a goodbye behind the last message before it, on its own channel and within a week', async () => {
    const { kept, ports } = staffWorld();
    const to = (subscriber: string, change: Partial<Delivery> = {}) =>
      push(kept, { accepted: { at: change.at ?? at } }, { subscriber, ...change });
    to('sub_quick');
    leave(kept, 'sub_quick', at + 2 * day);
    // Left behind another campaign's message, after more than a week, by text, and before anything came.
    to('sub_other');
    to('sub_other', { campaignId: id('cmp', 2), at: at + hour });
    leave(kept, 'sub_other', at + 2 * hour);
    to('sub_late');
    leave(kept, 'sub_late', at + 8 * day);
    to('sub_texts');
    leave(kept, 'sub_texts', at + hour, 'sms');
    to('sub_early');
    leave(kept, 'sub_early', at - hour);
    const { steps } = await campaignFunnel({ ...ports, now: () => at + 9 * day }, campaign);
    expect(steps).toMatchObject([{ stepId: 'invite', sent: 5, optedOut: 1 }]);
  });

  it('says when time ran out', async () => {
    const { kept, ports } = staffWorld();
    push(kept, { accepted: { at } });
    expect(await campaignFunnel(ports, campaign, 0)).toEqual({ outcomes: {}, steps: [], exact: false });
  });
});
