import { StridewellError } from '../../core/base/error';
import { bare } from '../../core/base/id';
import type { Instant } from '../../core/base/time';
import { readToken } from '../../core/base/token';
import type { ComingDay } from '../../core/bookings/calendar';
import { summary } from '../../core/membership/confirmed';
import { channelOf } from '../../core/messages/links';
import { deliveryId } from '../../core/sending/delivery';
import type { Books, Clock, Keys, People } from '../ports';
import type { Evergreen } from './evergreen';

type DatesPorts = Clock & Keys & People<'load'> & Books & Pick<Evergreen, 'evergreen'>;

export interface ComingDates {
  days: ComingDay[];
  /** Grows with every change of the person, so that a calendar takes the newer file. */
  sequence: number;
}

/** The days on which the tips come, as planned now. Reading them changes nothing. */
export async function comingDates(ports: DatesPorts, token: string): Promise<ComingDates> {
  const [sub = '', letter] = readToken(ports.keys, 'dates', token);
  const person = await ports.people.load(`sub_${sub}`);
  const { dates } = person
    ? summary(person, channelOf(letter), await ports.book(person), ports.now(), ports.evergreen)
    : { dates: [] };
  if (!person || dates.length === 0) throw new StridewellError('gone', 'There are no dates to come.');
  return {
    sequence: person.rev,
    days: dates.map(({ run, step, at, zone }) => ({
      // The name of a step may say what it is about; the id of its message does not.
      uid: `${bare(deliveryId(run, step))}@stridewell`,
      day: dayIn(zone, at),
    })),
  };
}

/** Swedes write a date as ISO 8601 does. */
const dayIn = (timeZone: string, at: Instant): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
