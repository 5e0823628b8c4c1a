import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Booking, BookingStatus } from '../core/bookings/booking';
import { itemSchema } from './item-schema';
import { recordStore } from './record';

const bookingSchema = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    rev: z.int(),
    subscriber: z.exactOptional(z.string()),
    delivery: z.exactOptional(z.string()),
    stepId: z.exactOptional(z.string()),
    seriesId: z.exactOptional(z.string()),
    firstName: z.string(),
    phone: z.string(),
    location: z.string(),
    days: z.array(z.int()),
    part: z.enum(['morning', 'afternoon', 'any']),
    status: z.enum(['requested', 'booked', 'visited', 'closed']),
    createdAt: z.number(),
    changedAt: z.exactOptional(z.number()),
    callBackBy: z.number(),
    visitAt: z.exactOptional(z.number()),
    moves: z.exactOptional(z.int()),
  }),
);
const storedBooking = itemSchema<Booking>()(bookingSchema);

/** Wishes for a visit. */
export function bookingStore(client: DynamoDBDocumentClient, table: string) {
  const { get, save, remove, list } = recordStore<Booking>(client, table, 'booking', storedBooking);
  return {
    get,
    save,
    remove,
    /** Undefined if a booking of this id is there already, so that a form sent twice asks once. */
    create: (booking: Booking): Promise<Booking | undefined> => save({ ...booking, rev: 0 }),
    async list(limit = 50, after?: string, status?: BookingStatus): Promise<{ bookings: Booking[]; next?: string }> {
      const { records, ...more } = await list(limit, after, status);
      return { bookings: records, ...more };
    },
  };
}
