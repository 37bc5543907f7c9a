import { AppError } from '../../../core/errors/index.js';

const UNPROCESSABLE = 422;

const FAILURES = {
  WRONG_APP: 'The token is of another app. Start the log-in again from this page',
  WRONG_TOKEN_KIND: 'Meta gave a token of the wrong kind. Start the log-in again from this page',
  DATA_ACCESS_EXPIRED: 'The access to the data has expired at Meta. Log in again and confirm the access',
  NO_TOKEN: 'Meta gave no token. Log in again',
  META_REFUSED: 'Meta refused the log-in. Log in again',
  META_UNREACHABLE: 'Meta does not answer. Log in again in a minute',
  NO_ACCOUNT: 'No account of this log-in can be connected. The list below says why',
  OTHER_ACCOUNT: 'This log-in cannot act for the account of the channel. Log in again and choose this account',
  INTERRUPTED: 'The work on this log-in was interrupted. Log in again',
} as const;
export type FailureCode = keyof typeof FAILURES;

/** Ends a log-in as failed. The message says what to do. */
export class LoginFailure extends Error {
  override readonly name = 'LoginFailure';

  constructor(
    readonly code: FailureCode,
    message: string,
  ) {
    super(message);
  }
}

/** @param detail Meta's words, or the name of the account */
export function loginFailure(code: FailureCode, detail?: string): LoginFailure {
  return new LoginFailure(code, detail ? `${FAILURES[code]}. ${detail}` : FAILURES[code]);
}

export const loginNotSetUp = (missing: string): AppError =>
  new AppError(
    'LOGIN_NOT_SET_UP',
    UNPROCESSABLE,
    `This log-in is not set up: the operator must set ${missing}. Until then, connect the account by a token`,
  );

export const notYourConnection = (): AppError =>
  AppError.conflict('CONNECTION_NOT_YOURS', 'A colleague has started this log-in. Start one of your own');

export const connectionNotChoosing = (): AppError =>
  AppError.conflict('CONNECTION_NOT_CHOOSING', 'There is nothing to choose now. Read the connection, or log in again');

export const accountNotConnectable = (externalId: string): AppError =>
  new AppError(
    'ACCOUNT_NOT_CONNECTABLE',
    UNPROCESSABLE,
    `The account ${externalId} cannot be connected by this log-in. Choose one that is connectable`,
  );

export const reconnectUnsupported = (): AppError =>
  new AppError(
    'RECONNECT_UNSUPPORTED',
    UNPROCESSABLE,
    'Only channels of Meta are connected again by a log-in. Give this channel a new token',
  );

export const noMetaConversation = (): AppError =>
  new AppError(
    'NO_META_CONVERSATION',
    UNPROCESSABLE,
    'The contact has never written by Messenger, Instagram or WhatsApp. Wait until the contact writes first',
  );
