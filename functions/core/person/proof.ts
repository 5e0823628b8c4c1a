import type { Channel, Subscriber } from './subscriber';

/** Whether a person confirmed this address: pressed the button in its mail, or sent YES from it. A bounce proves nothing. */
export const isProvenChannel = (channel: Pick<Channel, 'consent'> | undefined): boolean =>
  channel?.consent !== undefined;

/** Whether any address of this record was ever confirmed; until then it is a sign-up form and nobody's. */
export const isProven = (person: Pick<Subscriber, 'channels'>): boolean =>
  Object.values(person.channels).some(isProvenChannel);

/** Whether all that is left of a sign-up points at the records that its addresses belong to. */
export const isHandedOver = ({ channels }: Pick<Subscriber, 'channels'>): boolean => {
  const known = Object.values(channels);
  return known.length > 0 && known.every(({ home }) => home !== undefined);
};
