import { CallTimeoutError, TooManyRedirectsError, UnsafeUrlError } from '../../../../core/outbound/index.js';
import { type SendFailure, sendFailure, statusFailure, transportFailure } from '../../message-sending/index.js';
import { CONNECT_TIMEOUT_MS, type WahaAnswer, wordsOf } from '../client/waha-http.js';

const NAME = 'The WAHA server';
const UNPROCESSABLE = 422;
const NOT_FOUND = 404;
const SERVER_ERROR = 500;
const IS_ABOUT_SESSION = /session/i;
const IS_ABOUT_TIER = /\bplus\b/i;
/** The engine knows no address of the person, so nothing was sent. */
const IS_ABOUT_PERSON = /no lid found/i;

/** For an answer that refuses. An error of the server itself leaves open whether the message went out. */
export function refusalOf({ status, json }: WahaAnswer): SendFailure {
  const details = wordsOf(json);
  const more = details === undefined ? {} : { details };
  if (status >= SERVER_ERROR) {
    return IS_ABOUT_PERSON.test(details ?? '')
      ? sendFailure('PERSON_NOT_FOUND', more)
      : sendFailure('SERVER_ERROR', more);
  }
  if (status === NOT_FOUND || (status === UNPROCESSABLE && IS_ABOUT_SESSION.test(details ?? ''))) {
    return sendFailure('TEMPORARY_FAILURE', { message: 'The number is not connected to WhatsApp now', ...more });
  }
  if (status === UNPROCESSABLE && IS_ABOUT_TIER.test(details ?? '')) return sendFailure('TYPE_UNSUPPORTED', more);
  return { ...statusFailure(status, undefined), ...more };
}

/** For a call without an answer. */
export function callFailure(error: unknown): SendFailure {
  if (error instanceof UnsafeUrlError) {
    return sendFailure('UNREACHABLE', { message: `${NAME} may not be called: its address is not public` });
  }
  if (error instanceof TooManyRedirectsError) return sendFailure('BAD_REQUEST', { message: `${NAME} redirects` });
  if (error instanceof CallTimeoutError) {
    // Before the connection stands, nothing was sent.
    const isEarly = error.limitMs === CONNECT_TIMEOUT_MS;
    return isEarly
      ? sendFailure('UNREACHABLE', { message: `${NAME} is unreachable` })
      : sendFailure('TIMED_OUT', { message: `${NAME} did not answer in time` });
  }
  return transportFailure(error, NAME);
}
