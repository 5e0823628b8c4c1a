import { NodeHttpHandler } from '@smithy/node-http-handler';
import { requestTimeout } from '../core/sending/due';

/**
 * How every sending client is built: one request and no second. The SDK's own retry would send a message again after
 * a lost answer (3 requests for one call), and without `throwOnRequestTimeout` a timeout only logs.
 */
export const oneRequest = () => ({
  maxAttempts: 1,
  requestHandler: new NodeHttpHandler({ connectionTimeout: 2000, requestTimeout, throwOnRequestTimeout: true }),
});
