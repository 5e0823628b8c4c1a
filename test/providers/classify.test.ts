import {
  ConflictException,
  PinpointSMSVoiceV2ServiceException,
  ThrottlingException,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import {
  AccountSuspendedException,
  MessageRejected,
  SESv2ServiceException,
  SendingPausedException,
  TooManyRequestsException,
} from '@aws-sdk/client-sesv2';
import { classify } from '../../functions/providers/classify';

const meta = (httpStatusCode: number) => ({ $metadata: { httpStatusCode }, message: 'm' });
const net = (code: string) => Object.assign(new Error('m'), { code, $metadata: { attempts: 1, totalRetryDelay: 0 } });
const named = (name: string, status: number) => new SESv2ServiceException({ name, $fault: 'client', ...meta(status) });

describe('the end of a request', () => {
  it.each([
    ['a message refused', new MessageRejected(meta(400)), 'refused'],
    ['a mail throttle', new TooManyRequestsException(meta(429)), 'later'],
    ['a text throttle', new ThrottlingException(meta(400)), 'later'],
    ['an account suspended', new AccountSuspendedException(meta(400)), 'account'],
    ['sending paused', new SendingPausedException(meta(400)), 'account'],
    ['no right to send', named('AccessDeniedException', 403), 'account'],
    [
      'a number that opted out',
      new ConflictException({ ...meta(400), Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' }),
      'opted-out',
    ],
    ['a server error', named('InternalFailure', 500), 'unknown'],
    [
      'a text service error',
      new PinpointSMSVoiceV2ServiceException({ name: 'InternalServerException', $fault: 'server', ...meta(503) }),
      'unknown',
    ],
    ['a name that does not resolve', net('ENOTFOUND'), 'never-sent'],
    ['a refused connection', net('ECONNREFUSED'), 'never-sent'],
    ['a reset', net('ECONNRESET'), 'unknown'],
    ['a broken pipe', net('EPIPE'), 'unknown'],
    ['a timeout', Object.assign(new Error('m'), { name: 'TimeoutError' }), 'unknown'],
    ['an answer nobody can read', Object.assign(new SyntaxError('m'), meta(200)), 'unknown'],
    ['nothing at all', undefined, 'unknown'],
  ])('by %s', (_what, error, is) => {
    expect(classify(error).is).toBe(is);
  });
});
