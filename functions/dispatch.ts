import { composeDispatch } from './compose';
import { composed } from './config';
import { log } from './log';

/** The tick: who is due goes onto the queue of their channel. */
export const dispatchDoor = (tick: ReturnType<typeof composeDispatch>) => async (): Promise<number> => {
  const woken = await tick();
  const all = Object.values(woken).reduce((sum, one) => sum + one, 0);
  if (all > 0) log('dispatched', { ...woken });
  return all;
};

const start = composed((config) => dispatchDoor(composeDispatch(config)));
export const handler = async () => (await start())();
