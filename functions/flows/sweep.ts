import type { Campaign } from '../core/campaign';
import { type Delivery, deliveryId } from '../core/delivery';
import { isMeant, whyNotEnrolled } from '../core/eligible';
import { type Book, enroll, homeZone, pathFor } from '../core/enrollment';
import { derivedId } from '../core/id';
import { type Revisable, revise } from '../core/revise';
import { localInstant } from '../core/schedule';
import type { SeriesVersion } from '../core/series';
import type { ChannelName, Subscriber } from '../core/subscriber';
import { day, type Instant } from '../core/time';

export interface SweepPorts {
  now(): Instant;
  people: {
    page(limit: number, after?: string): Promise<{ subscribers: Subscriber[]; next?: string }>;
    change(id: string, edit: (person: Subscriber) => Subscriber | undefined): Promise<Subscriber | undefined>;
  };
  campaigns: Revisable<Campaign> & {
    list(limit: number, after?: string): Promise<{ campaigns: Campaign[]; next?: string }>;
  };
  series: { version(seriesId: string, version: number): Promise<SeriesVersion | undefined> };
  book(person: Subscriber, also?: { seriesId: string; version: number }[]): Promise<Book>;
  ledger: { mergeDelivery(delivery: Delivery): Promise<Delivery> };
}

type Progress = NonNullable<Campaign['sweep']>;
const nothingYet: Progress = { seen: 0, enrolled: 0, skipped: {}, done: false };
const pageSize = 100;
/** People of one page that are worked on at once. */
const atOnce = 10;
/** A visit asked for rests a series 14 days; after that no step is expected any more. */
const rests = 14 * day;

/** Carries every campaign on by as much as fits before `until`; what is left goes on at the next call. */
export async function sweepCampaigns(ports: SweepPorts, until: Instant): Promise<void> {
  let after: string | undefined;
  do {
    const page = await ports.campaigns.list(100, after);
    for (const campaign of page.campaigns) {
      if (campaign.status === 'scheduled' || campaign.status === 'enrolling')
        await sweepCampaign(ports, campaign.id, until);
      if (campaign.status === 'running') await finish(ports, campaign);
    }
    after = page.next;
  } while (after !== undefined && ports.now() < until);
}

/**
 * Enrolls one campaign's audience page by page. Enrollment ids follow from campaign, person and channel, and progress
 * is saved after each page, so a page that is repeated after a crash enrolls nobody twice and is counted once.
 */
export async function sweepCampaign(ports: SweepPorts, id: string, until: Instant): Promise<Progress | undefined> {
  let campaign = await revise(ports.campaigns, id, (current) =>
    current.status === 'scheduled'
      ? { ...current, status: 'enrolling' as const, sweep: current.sweep ?? nothingYet }
      : undefined,
  );
  while (campaign?.status === 'enrolling' && !campaign.sweep?.done && ports.now() < until) {
    const from: Progress = campaign.sweep ?? nothingYet;
    const page = await ports.people.page(pageSize, from.cursor);
    const to = await enrollPage(ports, campaign, page.subscribers, from);
    const saved: Progress = page.next === undefined ? { ...to, done: true } : { ...to, cursor: page.next };
    campaign = await revise(ports.campaigns, id, (current) => {
      // Paused or cancelled meanwhile, or another worker was faster: this page's count is not ours to add.
      if (current.status !== 'enrolling' || current.sweep?.cursor !== from.cursor || current.sweep?.done)
        return undefined;
      return { ...current, sweep: saved, ...(saved.done ? { status: 'running' as const } : {}) };
    });
  }
  return campaign?.sweep;
}

async function enrollPage(
  ports: SweepPorts,
  campaign: Campaign,
  people: Subscriber[],
  from: Progress,
): Promise<Progress> {
  const skipped = { ...from.skipped };
  let enrolled = from.enrolled;
  const wanted = people
    .filter((person) => isMeant(campaign.who, person))
    .flatMap((person) => campaign.channels.map((channel) => ({ person, channel })));
  for (let i = 0; i < wanted.length; i += atOnce) {
    const answers = await Promise.all(
      wanted.slice(i, i + atOnce).map(({ person, channel }) => enrollOne(ports, campaign, person, channel)),
    );
    for (const why of answers) {
      if (why === undefined) enrolled += 1;
      else skipped[why] = (skipped[why] ?? 0) + 1;
    }
  }
  return { seen: from.seen + people.length, enrolled, skipped, done: false };
}

/** The reason not to, or undefined once the person is enrolled, now or by an earlier pass. */
async function enrollOne(
  ports: SweepPorts,
  campaign: Campaign,
  person: Subscriber,
  channel: ChannelName,
): Promise<string | undefined> {
  const { id: campaignId, seriesId, version } = campaign;
  const id = derivedId('enr', campaignId, person.id, channel);
  const book = await ports.book(person, [{ seriesId, version }]);
  const now = ports.now();
  let why: string | undefined;
  const saved = await ports.people.change(person.id, (current) => {
    why = undefined;
    if (current.enrollments.some((run) => run.id === id)) return undefined;
    why = isMeant(campaign.who, current) ? whyNotEnrolled(current, channel, seriesId) : 'no-longer-wanted';
    if (why !== undefined || !current.profile) return undefined;
    const firstDueAt = localInstant(homeZone(current.profile), campaign.startDate, campaign.startTime);
    const run = enroll(current, { id, seriesId, version, channel, campaignId, firstDueAt }, book, now);
    return { ...current, enrollments: [...current.enrollments, run] };
  });
  if (!saved) return 'gone';
  if (why !== undefined && why !== 'no-channel')
    await ports.ledger.mergeDelivery(skippedRecord(campaign, saved, channel, id, book, why, now));
  return why;
}

/** No step is skipped silently: the person's history says why this campaign passed them by. */
function skippedRecord(
  campaign: Campaign,
  person: Subscriber,
  channel: ChannelName,
  target: string,
  book: Book,
  why: string,
  at: Instant,
): Delivery {
  const { seriesId, version, id: campaignId } = campaign;
  const first = person.profile && pathFor(book.version(seriesId, version), person.profile).steps[0]?.step;
  const stepId = first ?? 'enrolling';
  const id = deliveryId(target, stepId);
  const facts = { skipped: { at, note: why } };
  return {
    subscriber: person.id,
    id,
    target,
    stepId,
    channel,
    marketing: true,
    at,
    seriesId,
    version,
    campaignId,
    facts,
  };
}

/** Over when the last step's day has passed by more than any pause of the service's own lasts. */
async function finish(ports: SweepPorts, campaign: Campaign): Promise<void> {
  const version = await ports.series.version(campaign.seriesId, campaign.version);
  if (!version) return;
  const lastDay = Math.max(...version.paths.flatMap((path) => path.steps.map((step) => step.day)));
  if (ports.now() < localInstant('UTC', campaign.startDate, campaign.startTime) + lastDay * day + rests) return;
  await revise(ports.campaigns, campaign.id, (current) =>
    current.status === 'running' ? { ...current, status: 'finished' as const } : undefined,
  );
}
