import type { ErrorClass, SendFailure } from './message-sender.js';

interface FailureWords {
  readonly class: ErrorClass;
  /** A sentence for staff with the next step. */
  readonly message: string;
}

/** For the classes see {@link ErrorClass}. The texts of three codes are part of the API. */
const FAILURES = {
  SENDING_LIMITED: {
    class: 'throttle',
    message: 'The platform limits how fast we may send; wait a few minutes before another try',
  },
  PAIR_LIMITED: {
    class: 'throttle',
    message: 'WhatsApp limits how fast we may write to one person; wait a minute before another try',
  },
  QUALITY_LIMITED: {
    class: 'throttle',
    message: 'WhatsApp has limited this number for today. Check its quality and its limit in the WhatsApp manager',
  },
  TEMPORARY_FAILURE: { class: 'transient', message: 'Server error' },
  TOKEN_REPLACED: {
    class: 'transient',
    message: 'The channel was connected again during the call; the message is sent again',
  },
  UNREACHABLE: { class: 'transient', message: 'The platform is unreachable' },
  CIRCUIT_OPEN: { class: 'transient', message: 'The platform is unreachable' },
  OUT_OF_TIME: { class: 'transient', message: 'The platform was too slow to take all parts of the message' },
  MEDIA_NOT_FETCHED: {
    class: 'transient',
    message: 'WhatsApp could not load the file. If it fails again, attach the file again and send it',
  },
  CHANNEL_DISCONNECTED: {
    class: 'auth',
    message: 'The channel is disconnected. Connect it again, then the message will be sent',
  },
  CHANNEL_NOT_CONNECTED: { class: 'permanent', message: 'No channel of this platform is connected' },
  WINDOW_CLOSED: {
    class: 'permanent',
    message: 'The reply window is closed. On WhatsApp send a template; elsewhere the customer has to write first',
  },
  THREAD_TAKEN: {
    class: 'permanent',
    message: 'Another app controls this conversation. Release it in that app, then send again',
  },
  PERMISSION_MISSING: {
    class: 'permanent',
    message:
      'Meta has not allowed this app to send here. Connect the channel again, and allow all permissions in the dialog',
  },
  ACCOUNT_RESTRICTED: {
    class: 'permanent',
    message: 'Meta has restricted this account. Look at its support inbox at Meta, then send again',
  },
  ACCOUNT_NOT_FOUND: {
    class: 'permanent',
    message: 'Meta does not find the account, or the token may not use it. Connect the channel again',
  },
  NUMBER_NOT_READY: {
    class: 'permanent',
    message: 'WhatsApp does not let this number send yet. Check its registration and its display name',
  },
  PAYMENT_MISSING: {
    class: 'permanent',
    message:
      'The WhatsApp account has no payment method. Add one in the settings of the WhatsApp account, then send again',
  },
  TERMS_NOT_ACCEPTED: {
    class: 'permanent',
    message: 'An admin of the page has to accept the terms of Meta. Accept them there, then send again',
  },
  PERSON_NOT_FOUND: {
    class: 'permanent',
    message: 'The platform does not know this person. Ask the customer to write to this account',
  },
  PERSON_UNAVAILABLE: {
    class: 'permanent',
    message: 'This person cannot receive messages now. Reach the customer another way',
  },
  PHONE_NUMBER_NEEDED: {
    class: 'permanent',
    message: 'WhatsApp sends this message to a phone number only. Ask the customer for the number',
  },
  TEST_NUMBER: {
    class: 'permanent',
    message: 'A test number writes to listed numbers only. Add the number to the list in the app at Meta',
  },
  IDENTITY_CHANGED: {
    class: 'permanent',
    message: 'The number may have a new owner. Make sure that it is still your customer, then send again',
  },
  MARKETING_LIMITED: {
    class: 'permanent',
    message: 'The platform does not deliver this marketing message to this person. Do not send it again',
  },
  FILE_NOT_LOADED: {
    class: 'permanent',
    message: 'WhatsApp could not load the file. Attach the file again and send it',
  },
  TYPE_UNSUPPORTED: { class: 'permanent', message: 'The platform cannot show this kind of message. Send it as text' },
  TEMPLATE_MISSING: {
    class: 'permanent',
    message: 'The template does not exist in this language. Choose another template or language',
  },
  TEMPLATE_PAUSED: {
    class: 'permanent',
    message: 'WhatsApp has paused or switched off the template. Choose another one',
  },
  TEMPLATE_INVALID: {
    class: 'permanent',
    message: 'The values do not fit the template. Correct them and send again',
  },
  TEMPLATE_REFUSED: {
    class: 'permanent',
    message: 'WhatsApp refuses the text of the template. Change the template in the WhatsApp manager',
  },
  STOPPED_BY_STAFF: {
    class: 'permanent',
    message: 'This automatic message was not sent, because a person has taken the conversation',
  },
  AUTOMATION_OFF: {
    class: 'permanent',
    message: 'This automatic message was not sent, because automation is off in this conversation',
  },
  CUSTOMER_OPTED_OUT: {
    class: 'permanent',
    message: 'This message was not sent, because the customer does not want automatic messages',
  },
  RUN_STOPPED: {
    class: 'permanent',
    message: 'The flow did not send this message, because its run was stopped before',
  },
  FLOW_PAUSED: {
    class: 'permanent',
    message: 'The flow did not send this message, because the flow was paused before',
  },
  FLOW_DELETED: {
    class: 'permanent',
    message: 'The flow did not send this message, because the flow was deleted before',
  },
  ASSISTANT_OFF: {
    class: 'permanent',
    message: 'The assistant did not send this message, because it was turned off before',
  },
  API_OUTDATED: {
    class: 'permanent',
    message: 'This version of the Graph API has ended. Set FACEBOOK_GRAPH_VERSION to a newer one',
  },
  BAD_REQUEST: { class: 'permanent', message: 'Bad request' },
  SERVER_ERROR: { class: 'unknown', message: 'Server error' },
  TIMED_OUT: { class: 'unknown', message: 'The platform did not answer in time' },
  BROKEN_OFF: { class: 'unknown', message: 'The connection to the platform broke off' },
  NO_MESSAGE_ID: { class: 'unknown', message: 'The platform gave no message id' },
} as const satisfies Record<string, FailureWords>;

export type SendFailureCode = keyof typeof FAILURES;

export const SEND_FAILURE_CODES = Object.keys(FAILURES) as readonly SendFailureCode[];

/** @param more the provider's words, or the pause that it asks for */
export function sendFailure(
  code: SendFailureCode,
  more: Partial<Pick<SendFailure, 'message' | 'details' | 'retryAfterMs'>> = {},
): SendFailure {
  const { class: errorClass, message } = FAILURES[code];
  const outcome = errorClass === 'unknown' ? 'unknown' : 'failed';
  return { outcome, code, class: errorClass, message, ...more };
}

/** Whether the code means a limit of the platform. */
export function isLimitCode(code: string): boolean {
  return code in FAILURES && FAILURES[code as SendFailureCode].class === 'throttle';
}

export const WINDOW_CLOSED = sendFailure('WINDOW_CLOSED');
export const CHANNEL_DISCONNECTED = sendFailure('CHANNEL_DISCONNECTED');
export const STOPPED_BY_STAFF = sendFailure('STOPPED_BY_STAFF');
export const AUTOMATION_OFF = sendFailure('AUTOMATION_OFF');
export const CHANNEL_NOT_CONNECTED = sendFailure('CHANNEL_NOT_CONNECTED');

const ABOUT_CHANNEL: ReadonlySet<string> = new Set<SendFailureCode>([
  'PERMISSION_MISSING',
  'ACCOUNT_RESTRICTED',
  'ACCOUNT_NOT_FOUND',
  'NUMBER_NOT_READY',
  'PAYMENT_MISSING',
  'TERMS_NOT_ACCEPTED',
  'API_OUTDATED',
]);

/** Whether other messages of the channel will fail, too. The senders themselves report refused tokens. */
export function isAboutChannel({ code }: SendFailure): boolean {
  return ABOUT_CHANNEL.has(code);
}
