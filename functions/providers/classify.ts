import type { Answer } from '../core/sending/outgoing';

/** What an SDK error shows of the request's end. */
interface Failure {
  name?: string;
  message?: string;
  code?: string;
  Reason?: string;
  $metadata?: { httpStatusCode?: number };
  $response?: unknown;
  cause?: unknown;
}

/** The account, not this message, is in trouble: nothing more goes out until staff have looked. */
const accountErrors = new Set([
  'AccountSuspendedException',
  'SendingPausedException',
  'MailFromDomainNotVerifiedException',
  'AccessDeniedException',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'ServiceQuotaExceededException',
  // Our own keys, clock or configuration: everybody would be refused alike.
  'ExpiredTokenException',
  'ExpiredToken',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'MissingAuthenticationTokenException',
  'NotFoundException',
  'ResourceNotFoundException',
]);

const throttles = new Set(['TooManyRequestsException', 'ThrottlingException', 'LimitExceededException', 'Throttling']);

/** The socket was never written to, so the provider cannot have seen the message. */
const neverSent = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * Turns the end of one request into what it proves. A parsed 4xx is proof of refusal; a name that did not resolve or a
 * connection refused is proof that nothing was sent; a 5xx, a timeout or a reset proves nothing.
 */
export function classify(error: unknown): Answer {
  const failure = (error ?? {}) as Failure;
  const reason = failure.Reason ?? failure.name ?? 'Error';
  const status = failure.$metadata?.httpStatusCode;
  const code = failure.code ?? (failure.cause as Failure | undefined)?.code;
  if (status === undefined && code && neverSent.has(code)) return { is: 'never-sent', reason: code };
  // 408: the provider stopped waiting for the rest of the request, and what it had may have been enough.
  if (status === undefined || status >= 500 || status < 400 || status === 408) return { is: 'unknown', reason };
  if (failure.Reason === 'DESTINATION_PHONE_NUMBER_OPTED_OUT') return { is: 'opted-out' };
  if (throttles.has(failure.name ?? '') || status === 429) return { is: 'later', reason };
  if (accountErrors.has(failure.name ?? '')) return { is: 'account', reason };
  return { is: 'refused', reason };
}
