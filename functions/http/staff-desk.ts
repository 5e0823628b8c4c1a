import { mergeFields } from '../core/merge';
import { linkKeys } from '../core/series';
import { checkInAnswers, experiences, painKinds } from '../core/subscriber';
import { iso } from '../core/time';
import { editBooking } from '../flows/edit-booking';
import { setKill } from '../flows/edit-controls';
import { bookingsByStep, homeReport } from '../flows/report';
import { showMessages } from '../flows/show-messages';
import type { Plain, WithBody, WithQuery } from './staff-ports';
import type * as shape from './staff-shapes';
import * as view from './staff-view';

export const me = ({ staff }: Plain) => ({
  name: staff.name,
  role: staff.role,
});

export const options = ({ ports: { practice } }: Plain) => ({
  practice: { name: practice.name, timeZone: practice.timeZone },
  links: [...linkKeys],
  mergeFields: [...mergeFields],
  locations: practice.locations.map(({ id, name }) => ({ id, name })),
  pain: [...painKinds],
  experience: [...experiences],
  checkIn: [...checkInAnswers],
});

export const home = async ({ ports }: Plain) => {
  const [{ counts, recent }, { bookings }, controls, watched] = await Promise.all([
    homeReport(ports),
    ports.bookings.list(5, undefined, 'requested'),
    ports.controls.read(),
    ports.hours.watched(),
  ]);
  return {
    now: iso(ports.now()),
    counts,
    recentMessages: (await showMessages(ports, recent)).map(view.messageRow),
    newBookings: bookings.map((one) => view.bookingRow(one, ports.practice)),
    controls: view.controlsView(controls),
    ...(watched && watched.stuck.count > 0 ? { stuck: watched.stuck.count } : {}),
    ...(watched && watched.warnings.length > 0 ? { warnings: watched.warnings } : {}),
  };
};

export const controls = async ({ ports }: Plain) => view.controlsView(await ports.controls.read());

export const kill = async ({ ports, body }: WithBody<typeof shape.killSchema>) =>
  view.controlsView(await setKill(ports, body.on, body.reason));

export const bookings = async ({ ports, query }: WithQuery<typeof shape.bookingsQuery>) => {
  const { bookings, next } = await ports.bookings.list(query.limit, query.cursor, query.status);
  return view.list(
    bookings.map((one) => view.bookingRow(one, ports.practice)),
    next,
  );
};

export const byStep = async ({ ports }: Plain) => view.list(await bookingsByStep(ports));

export const booking = async ({ ports, params, body, staff }: WithBody<typeof shape.editBookingSchema>) =>
  view.bookingRow(
    await editBooking(
      ports,
      params.id,
      body.status,
      body.visitAt === undefined ? undefined : Date.parse(body.visitAt),
      staff,
    ),
    ports.practice,
  );
