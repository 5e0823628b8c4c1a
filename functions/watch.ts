import { composeWatch } from './compose';
import { composed } from './config';
import { minute, second } from './core/base/time';

/** One look over the whole service; what does not fit into one call goes on at the next. */
export const watchDoor = (look: ReturnType<typeof composeWatch>) => (until: number) => look(until);

const start = composed((config) => watchDoor(composeWatch(config)));
export const handler = async () => void (await (await start())(Date.now() + minute - 10 * second));
