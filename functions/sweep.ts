import { composeSweep } from './compose';
import { composed } from './config';
import { minute, second } from './core/base/time';

/** Enrolls campaigns for as long as one call has time; the next goes on at the checkpoint. */
export const sweepDoor =
  (sweep: ReturnType<typeof composeSweep>) =>
  (until: number): Promise<void> =>
    sweep(until);

const start = composed((config) => sweepDoor(composeSweep(config)));
/** The schedule starts it every minute and never two at once. */
export const handler = async () => (await start())(Date.now() + minute - 10 * second);
