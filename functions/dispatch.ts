import { composeDispatch } from './compose';
import { composed } from './config';
import { log } from './log';

/** The tick: who is due goes onto the queue of their channel. */
export const dispatchDoor = (tick: ReturnType<typeof composeDispatch>) => async (): Promise<number> => {
  const { email, sms } = await tick();
  if (email + sms > 0) log('dispatched', { email, sms });
  return email + sms;
};

const start = composed((config) => dispatchDoor(composeDispatch(config)));
export const handler = async () => (await start())();
