import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { composePublic } from './compose-public';
import { composed } from './config';
import { systemEdges } from './ground';

/** CloudFront writes the viewer's address itself, port included; without it the gateway's word counts. */
const ipOf = ({ headers, requestContext }: APIGatewayProxyEventV2): string =>
  headers['cloudfront-viewer-address']?.replace(/:\d+$/, '') ?? requestContext.http.sourceIp;

const start = composed((config) => handle(composePublic(config, { ...systemEdges, ipOf: (c) => ipOf(c.env.event) })));
/** What runners reach. */
export const handler = async (event: LambdaEvent) => (await start())(event);
