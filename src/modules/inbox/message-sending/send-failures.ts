import type { Message, Outbox } from '../message-log/index.js';
import type { SendFailure } from './message-sender.js';

export const WINDOW_CLOSED: SendFailure = {
  outcome: 'failed',
  code: 'WINDOW_CLOSED',
  message: 'The reply window is closed; the customer has to write first',
  retryable: false,
};

export const CHANNEL_DISCONNECTED: SendFailure = {
  outcome: 'failed',
  code: 'CHANNEL_DISCONNECTED',
  message: 'The channel is disconnected. Connect it again, then the message will be sent',
  retryable: true,
};

/** Sent again with the new token. */
export const TOKEN_REPLACED: SendFailure = {
  outcome: 'failed',
  code: 'TOKEN_REPLACED',
  message: 'The channel was connected again during the call; the message is sent again',
  retryable: true,
};

export const CHANNEL_NOT_CONNECTED: SendFailure = {
  outcome: 'failed',
  code: 'CHANNEL_NOT_CONNECTED',
  message: 'No channel of this platform is connected',
  retryable: false,
};

export function waitsForChannel({ error, outbox }: Message): boolean {
  return error?.code === CHANNEL_DISCONNECTED.code && outbox?.due_at !== undefined;
}

/** The times of a message behind one that waits. Behind one that waits for its channel it is not given up, either. */
export function waitBehind(ahead: Message): Partial<Pick<Outbox, 'due_at' | 'give_up_at'>> {
  const { due_at, give_up_at } = ahead.outbox ?? {};
  return { ...(due_at && { due_at }), ...(give_up_at && waitsForChannel(ahead) && { give_up_at }) };
}
