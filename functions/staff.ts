import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { composeStaff } from './compose-staff';
import { composed } from './config';
import { systemEdges } from './ground';

const start = composed((config) => handle(composeStaff(config, systemEdges)));
/** What staff reach. */
export const handler = async (event: LambdaEvent) => (await start())(event);
