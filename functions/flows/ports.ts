import type { ChannelName } from '../core/base/channel';
import type { Edges } from '../core/base/edges';
import type { Instant } from '../core/base/time';
import type { LinkKeys } from '../core/base/token';
import type { Booking } from '../core/bookings/booking';
import type { Campaign, Segment } from '../core/campaigns/campaign';
import type { Guard } from '../core/person/guard';
import type { Subscriber } from '../core/person/subscriber';
import type { ConsentEvidence } from '../core/practice/consent';
import type { Practice } from '../core/practice/practice';
import type { HourCount } from '../core/reporting/hour';
import type { Watched } from '../core/reporting/watched';
import type { Controls } from '../core/sending/controls';
import type { Delivery } from '../core/sending/delivery';
import type { HistoryEntry, LedgerEntry } from '../core/sending/journal';
import type { Book } from '../core/series/enrollment';
import type { SeriesVersion } from '../core/series/series';
import type { TestSend } from '../core/series/test-send';

/*
 * What flows ask of the world, each port once. A flow names the ports it needs and, of the wider ones, the acts:
 * `Clock & People<'load' | 'change'>`. A port that one flow alone needs stands in that flow. Stores and providers fit by
 * shape; the composition joins them.
 */

export type Clock = Pick<Edges, 'now'>;
export type Random = Pick<Edges, 'bytes'>;
export type Sleep = Pick<Edges, 'sleep'>;

/** The practice's settings, or some of them. */
export type OfPractice<Part extends keyof Practice = keyof Practice> = { practice: Pick<Practice, Part> };

/** The keys that sign links. */
export interface Keys {
  keys: LinkKeys;
}

interface PeopleActs {
  load(id: string): Promise<Subscriber | undefined>;
  /** Throws `conflict` if this id is taken. */
  create(person: Subscriber): Promise<Subscriber>;
  /** Undefined if somebody else has saved the person since revision `read`. */
  save(person: Subscriber, read?: number): Promise<Subscriber | undefined>;
  /** Edits the newest item, again if others save meanwhile; `known` was just saved, and spares the read. */
  change(
    id: string,
    edit: (person: Subscriber) => Subscriber | undefined,
    known?: Subscriber,
  ): Promise<Subscriber | undefined>;
  remove(id: string, rev: number): Promise<boolean>;
  /** People are spread over slices by the hash of their id, so that any whole slice is a fair sample. */
  page(
    limit: number,
    after?: string,
    slice?: { segment: number; of: number },
  ): Promise<{ subscribers: Subscriber[]; next?: string }>;
  due(
    channel: ChannelName,
    shard: number,
    now: Instant,
    limit: number,
    after?: string,
  ): Promise<{ ids: string[]; next?: string }>;
}
export type People<Act extends keyof PeopleActs> = { people: Pick<PeopleActs, Act> };

type GuardEdit = (guard: Guard) => Guard | undefined;

/** The guard of an address, made if it was not there; `edit` runs under its conditional write. */
export interface Guards {
  guardOf(address: string, edit: GuardEdit): Promise<Guard>;
}
/** The key of an address's guard, which is how links and tags name it. */
export interface AddressKey {
  addressKey(address: string): string;
}
/** The guard by its key, which is all that a link or a report knows of an address. */
export interface GuardsByKey {
  guardAt(key: string, channel: ChannelName, edit: GuardEdit): Promise<Guard>;
}

/** A page of one day's entries; `since` and `before` narrow it. */
type ReadDay = (
  isoDay: string,
  limit: number,
  after?: string,
  since?: Instant,
  before?: Instant,
) => Promise<{ entries: LedgerEntry[]; next?: string }>;

interface LedgerActs {
  delivery(subscriber: string, id: string): Promise<Delivery | undefined>;
  /** `likelyNew`: nothing is known of this message, which spares a read. */
  mergeDelivery(delivery: Delivery, likelyNew?: boolean): Promise<Delivery>;
  /** False if this very entry is there already. */
  addHistory(entry: HistoryEntry): Promise<boolean>;
  hasHistory(subscriber: string, id: string): Promise<boolean>;
  /** Resolves to the key of the evidence. */
  addEvidence(evidence: ConsentEvidence): Promise<string>;
  ofPerson(subscriber: string, limit: number, after?: string): Promise<{ entries: LedgerEntry[]; next?: string }>;
  ofDay: ReadDay;
  newestOfDay: ReadDay;
  /** What a test shows. */
  test(subscriber: string, notice: string): Promise<TestSend | undefined>;
  /** Ids of this item's messages, or of its tests, that begin so. */
  idsFrom(subscriber: string, begins: string): Promise<string[]>;
  erasePerson(subscriber: string, keep: (entry: LedgerEntry) => boolean): Promise<number>;
}
export type Ledger<Act extends keyof LedgerActs> = { ledger: Pick<LedgerActs, Act> };

interface TextLinkActs {
  /** Adding an owner again changes nothing. */
  add(owner: string): Promise<void>;
  remove(owner: string): Promise<void>;
  ownersOn(shelf: string): Promise<string[]>;
}
/** Where the links of texts are looked up (docs/adr/0029). */
export type TextLinks<Act extends keyof TextLinkActs> = { textLinks: Pick<TextLinkActs, Act> };

/** Policy and every version that the person runs through, and those named beside. */
export interface Books {
  book(person: Subscriber, also?: { seriesId: string; version: number }[]): Promise<Book>;
}

interface SeriesActs {
  latest(seriesId: string): Promise<SeriesVersion | undefined>;
  version(seriesId: string, version: number): Promise<SeriesVersion | undefined>;
  /** False when that number exists already; versions are never overwritten. */
  publish(version: SeriesVersion): Promise<boolean>;
  approve(seriesId: string, version: number, by: string, accepted: string[]): Promise<void>;
  /** The file as it was last taken; undefined before the first time. */
  taken(seriesId: string): Promise<SeriesVersion | undefined>;
  take(file: SeriesVersion): Promise<void>;
}
export type Series<Act extends keyof SeriesActs = 'latest' | 'version'> = { series: Pick<SeriesActs, Act> };

interface ControlActs {
  read(): Promise<Controls>;
  /** Resolves once every copy is written; undefined when someone else was quicker. */
  save(next: Controls): Promise<Controls | undefined>;
}
export type ControlSwitches<Act extends keyof ControlActs = 'read' | 'save'> = { controls: Pick<ControlActs, Act> };

/** Of each kind of record: `save` answers undefined if somebody else has saved it since it was read. */
interface CampaignActs {
  get(id: string): Promise<Campaign | undefined>;
  save(next: Campaign): Promise<Campaign | undefined>;
  list(limit: number, after?: string): Promise<{ campaigns: Campaign[]; next?: string }>;
}
export type Campaigns<Act extends keyof CampaignActs = 'get' | 'save'> = { campaigns: Pick<CampaignActs, Act> };

interface SegmentActs {
  get(id: string): Promise<Segment | undefined>;
  save(next: Segment): Promise<Segment | undefined>;
}
export type Segments<Act extends keyof SegmentActs = 'get'> = { segments: Pick<SegmentActs, Act> };

interface BookingActs {
  get(id: string): Promise<Booking | undefined>;
  /** Undefined if one of this id is there already. */
  create(booking: Booking): Promise<Booking | undefined>;
  save(next: Booking): Promise<Booking | undefined>;
  remove(id: string, rev: number): Promise<unknown>;
  list(limit: number, after?: string): Promise<{ bookings: Booking[]; next?: string }>;
}
export type Bookings<Act extends keyof BookingActs> = { bookings: Pick<BookingActs, Act> };

interface HourActs {
  between(from: Instant, to: Instant): Promise<HourCount[]>;
  save(count: HourCount): Promise<void>;
  watched(): Promise<Watched | undefined>;
  saveWatched(watched: Watched): Promise<void>;
}
export type Hours<Act extends keyof HourActs> = { hours: Pick<HourActs, Act> };

/** A hint that somebody is due; one that is lost is found by the next tick. */
export interface Wake {
  wake(subscriber: string, channel: ChannelName): Promise<void>;
}
/** Outside production only listed addresses get anything; an unreadable list lets nobody through. */
export interface Allowed {
  allowed(address: string): boolean;
}
