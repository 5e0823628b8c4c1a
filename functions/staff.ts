import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { composeStaff } from './compose-staff';
import { composed } from './config';
import { systemEdges } from './ground';
import { viewerOf } from './viewer';

const start = composed((config) =>
  handle(composeStaff(config, { ...systemEdges, ipOf: (c) => viewerOf(c.env.event) })),
);
/** What staff reach. */
export const handler = async (event: LambdaEvent) => (await start())(event);
