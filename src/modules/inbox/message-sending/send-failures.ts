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

export const CHANNEL_NOT_CONNECTED: SendFailure = {
  outcome: 'failed',
  code: 'CHANNEL_NOT_CONNECTED',
  message: 'No channel of this platform is connected',
  retryable: false,
};
