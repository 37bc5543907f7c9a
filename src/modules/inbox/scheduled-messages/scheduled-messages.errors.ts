import { AppError } from '../../../core/errors/index.js';
import type { ScheduledMessage, ScheduledReason } from './schemas/scheduled-message.schema.js';

export const CUSTOMER_REPLIED: ScheduledReason = {
  code: 'CUSTOMER_REPLIED',
  message: 'It was not sent, because the customer replied first',
};
export const TOO_LATE: ScheduledReason = {
  code: 'TOO_LATE',
  message: 'It could not be sent within 24 hours after its time. Send it now, or delete it',
};
export const AUTHOR_GONE: ScheduledReason = {
  code: 'AUTHOR_GONE',
  message: 'It was not sent, because its author may no longer send messages. Send it yourself, or delete it',
};
export const NOT_POSTED: ScheduledReason = {
  code: 'NOT_POSTED',
  message: 'PetBuddy could not send it for an hour. Send it now, or delete it',
};

export const alreadySending = (): AppError =>
  AppError.conflict('ALREADY_SENDING', 'The message is being sent and can no longer be changed; see the conversation');

export const clientIdReused = ({ _id }: Pick<ScheduledMessage, '_id'>): AppError =>
  AppError.conflict('CLIENT_ID_REUSED', 'Another message is scheduled under this client_id; use another one', {
    scheduled_message_id: _id.toHexString(),
  });

export const tooManyScheduled = (max: number): AppError =>
  AppError.conflict(
    'TOO_MANY_SCHEDULED',
    `A conversation has at most ${max} scheduled messages; delete one first, or wait until one is sent`,
    { max },
  );

export const notForKeys = (): AppError =>
  AppError.forbidden('An API key cannot schedule messages; log in as a user, or call POST /messages at the time');
