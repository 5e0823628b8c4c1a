import { channelNames, traits } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import { iso, minute } from '../../core/base/time';
import type { Booking } from '../../core/bookings/booking';
import { isPutUp, isWrittenBy } from '../../core/campaigns/approval';
import { approvalState, awaitsApproval } from '../../core/campaigns/campaign-standing';
import { checkInAnswers } from '../../core/person/subscriber';
import { labelOf } from '../../core/practice/questions';
import type { Staff } from '../../core/practice/staff';
import { labels } from '../../core/reporting/labels';
import { spoken } from '../../core/reporting/spoken';
import type { Watched } from '../../core/reporting/watched';
import type { Unanswered } from '../../core/sending/answer-state';
import type { Controls } from '../../core/sending/controls';
import { production } from '../../core/series/change';
import { mergeFields } from '../../core/series/merge';
import { linkKeys } from '../../core/series/series';
import { heldAfresh, unanswered } from '../../flows/reports/list-messages';
import { bookingsByStep, homeReport } from '../../flows/reports/report';
import { nameOf, peopleById, showMessages } from '../../flows/reports/show-messages';
import { visitsTold } from '../../flows/reports/visit-told';
import { asMeant } from '../../flows/staff/approve-campaign';
import { editBooking } from '../../flows/staff/edit-booking';
import { setKill, setTotal } from '../../flows/staff/edit-controls';
import { mayAct } from './auth';
import { type Current, missing, type Plain, type StaffPorts, type WithBody, type WithQuery } from './ports';
import type * as shape from './shapes/api';
import type { killSchema, totalSchema } from './shapes/home';
import * as view from './view';

export const me = ({ staff }: Plain) => ({
  name: staff.name,
  role: staff.role,
});

export const options = ({ ports: { practice, stage, policy } }: Plain) => ({
  channels: channelNames.map((channel) => {
    const { label, noun, many, form, address } = traits[channel];
    return { name: channel, label, noun, many, form, address, open: { ...policy[channel].days } };
  }),
  labels,
  practice: { name: practice.name, timeZone: practice.timeZone },
  links: [...linkKeys],
  mergeFields: [...mergeFields],
  locations: practice.locations.map(({ id, name }) => ({ id, name })),
  questions: practice.questions.questions.map((one) => ({
    id: one.id,
    kind: one.kind,
    label: labelOf(one),
    answers: one.answers.map((choice) => ({ id: choice.id, label: labelOf(choice) })),
  })),
  checkIn: [...checkInAnswers],
  approvalNeeded: stage === production,
});

/** The service looks at itself every five minutes. */
const lookIsFresh = 20 * minute;

export const home = async ({ ports, staff }: Plain) => {
  const [{ counts, countedTo, recent }, { bookings }, controls, watched, toCall, approvals] = await Promise.all([
    homeReport(ports),
    ports.bookings.list(5, undefined, 'requested'),
    ports.controls.read(),
    ports.hours.watched(),
    unanswered(ports),
    approvalQueue(ports, staff),
  ]);
  const { unknown: _unknown, urgent: _urgent, ...shown } = counts;
  const { mail, stuck, unconfirmed, warnings = [] } = watched ?? {};
  const isFresh = watched !== undefined && ports.now() - watched.at < lookIsFresh;
  const held = isFresh && watched.held ? watched.held : await heldAfresh(ports);
  return {
    now: iso(ports.now()),
    counts: { ...shown, held: held.count, unconfirmed: unconfirmed ?? shown.unconfirmed },
    ...(countedTo === undefined ? {} : { countedTo: iso(countedTo) }),
    unanswered: await toCallView(ports, toCall),
    recentMessages: (await showMessages(ports, recent)).map(view.messageRow),
    approvals,
    newBookings: bookings.map((one) => view.bookingRow(one, ports.practice)),
    controls: view.controlsView(controls, ports.practice),
    pausedSeries: await pausedSeries(ports, controls),
    pausedCampaigns: await pausedCampaigns(ports, controls),
    ...(stuck && stuck.count > 0 ? { stuck: await stuckView(ports, stuck) } : {}),
    ...(held.since !== undefined ? { heldSince: iso(held.since) } : {}),
    ...(mail ? { health: view.healthView(mail) } : {}),
    ...(watched ? { lookedAt: iso(watched.at) } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
};

async function toCallView(ports: StaffPorts, found: Unanswered[]) {
  const people = await peopleById(
    ports,
    found.map(({ text }) => text.subscriber),
  );
  return found.map(({ text, state }) => view.replyRow(text, people.get(text.subscriber), { state, red: true }));
}

const pausedSeries = (ports: StaffPorts, controls: Controls) =>
  Promise.all(
    controls.pausedSeries.map(async (id) => ({ id, name: (await ports.series.latest(id))?.name ?? spoken(id) })),
  );

const campaignsNamed = 10;

async function pausedCampaigns(ports: StaffPorts, { campaigns }: Controls) {
  const ids = Object.keys(campaigns).filter((one) => campaigns[one] === 'paused');
  const found = await Promise.all(ids.slice(0, campaignsNamed).map((one) => ports.campaigns.get(one)));
  return found.filter((one) => one !== undefined).map(({ id, rev, name }) => ({ id, rev, name }));
}

const draftsLookedAt = 100;

/** A draft that was never put up for approval is nobody's business yet. */
async function approvalQueue(ports: StaffPorts, staff: Staff) {
  const { campaigns } = await ports.campaigns.list(draftsLookedAt, undefined, 'draft');
  const drafts = campaigns.filter(isPutUp);
  const waiting = (await Promise.all(drafts.map((one) => asMeant(ports, one)))).filter(awaitsApproval);
  const start = (one: { startDate: string; startTime: string }) => `${one.startDate} ${one.startTime}`;
  return waiting
    .sort((a, b) => (start(a) < start(b) ? -1 : 1))
    .map((one) => ({
      id: one.id,
      name: one.name,
      startDate: one.startDate,
      startTime: one.startTime,
      changed: approvalState(one) === 'changed',
      askedBy: one.asked?.by,
      yours: isWrittenBy(one, staff),
    }));
}

async function stuckView(ports: StaffPorts, { count, more, ids, since }: Watched['stuck']) {
  const people = await peopleById(ports, ids);
  return {
    count,
    more,
    ...(since === undefined ? {} : { since: iso(since) }),
    people: [...people.values()].map((person) => ({ id: person.id, firstName: nameOf(person) })),
  };
}

export const controls = async ({ ports }: Pick<Plain, 'ports'>) =>
  view.controlsView(await ports.controls.read(), ports.practice);

/** A role that may start sending may stop it. Resuming needs an approver. */
export const kill = async ({ ports, body: { on, reason, rev }, staff }: WithBody<typeof killSchema>) => {
  if (!on && !mayAct(staff, 'approver'))
    throw new StridewellError('forbidden', 'Stopping is open to you. To let sending go on needs the role approver.');
  return view.controlsView(await setKill(ports, on, reason, rev), ports.practice);
};

export const total = async ({ ports, body }: WithBody<typeof totalSchema>) =>
  view.controlsView(await setTotal(ports, body.on, body.reason, body.rev), ports.practice);

export const bookings = async ({ ports, query }: WithQuery<typeof shape.bookingsQuery>) => {
  const { bookings, next } = await ports.bookings.list(query.limit, query.cursor, query.status);
  const told = await visitsTold(ports, bookings);
  return view.list(
    bookings.map((one) => view.bookingRow(one, ports.practice, told.get(one.id))),
    next,
  );
};

export const byStep = async ({ ports }: Plain) => view.list(await bookingsByStep(ports));

export const booking = async ({ ports, params, body, staff }: WithBody<typeof shape.editBookingSchema>) => {
  const visitAt = body.visitAt === undefined ? undefined : Date.parse(body.visitAt);
  return shownBooking(ports, await editBooking(ports, params.id, body.rev, body.status, visitAt, staff));
};

export const bookingNow = async ({ ports, params }: Current) => {
  const found = await ports.bookings.get(params.id);
  if (!found) throw missing();
  return shownBooking(ports, found);
};

async function shownBooking(ports: StaffPorts, booking: Booking) {
  const told = await visitsTold(ports, [booking]);
  return view.bookingRow(booking, ports.practice, told.get(booking.id));
}
