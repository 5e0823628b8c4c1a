import type { Booking } from '../../core/bookings/booking';
import { type Told, toldOfVisit, visitMessageId, visitNoticeId } from '../../core/bookings/booking-told';
import type { Ledger, People } from '../ports';

type ToldPorts = People<'load'> & Ledger<'delivery'>;

/** Whether the people of these visits were told when and where; only a booked visit has something to tell. */
export async function visitsTold(ports: ToldPorts, bookings: Booking[]): Promise<Map<string, Told>> {
  const told = await Promise.all(
    bookings.map(async (booking): Promise<[string, Told][]> => {
      const { id, subscriber, status, visitAt } = booking;
      if (status !== 'booked' || visitAt === undefined) return [];
      if (subscriber === undefined) return [[id, { state: 'nobody' }]];
      const [person, delivery] = await Promise.all([
        ports.people.load(subscriber),
        ports.ledger.delivery(subscriber, visitMessageId(booking, visitAt)),
      ]);
      return [[id, toldOfVisit(visitNoticeId(booking, visitAt), person, delivery)]];
    }),
  );
  return new Map(told.flat());
}
