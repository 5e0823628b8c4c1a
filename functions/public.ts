import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { composePublic } from './compose-public';
import { composed } from './config';
import { systemEdges } from './ground';
import { viewerOf } from './viewer';

const start = composed((config) =>
  handle(composePublic(config, { ...systemEdges, ipOf: (c) => viewerOf(c.env.event) })),
);
/** What runners reach. */
export const handler = async (event: LambdaEvent) => (await start())(event);
