import { AppError } from '../../../core/errors/index.js';
import { kindsConnectedByToken } from './channel-kinds.js';

const UNPROCESSABLE = 422;
const UNAVAILABLE = 503;

/** Does not say which company has the account. */
export const channelTaken = (): AppError =>
  AppError.conflict('CHANNEL_TAKEN', 'Another channel has this account. Disconnect that channel first');

export const channelHasNoToken = (): AppError =>
  AppError.conflict('CHANNEL_HAS_NO_TOKEN', 'This channel is disconnected. Connect the account again with a token');

export const channelUnverified = (): AppError =>
  AppError.conflict('CHANNEL_UNVERIFIED', 'It is not proven that the token may act for the account. Run the self-test');

export const channelChanged = (): AppError =>
  AppError.conflict('CHANNEL_CHANGED', 'Another request has changed this channel. Read it again, then try again');

export const platformUnsupported = (platform: string): AppError =>
  new AppError(
    'PLATFORM_UNSUPPORTED',
    UNPROCESSABLE,
    `Accounts of ${platform} cannot be connected. Connect one of: ${connectable().join(', ')}`,
  );

export const tokenNotProven = (reason: string): AppError =>
  new AppError(
    'TOKEN_NOT_PROVEN',
    UNPROCESSABLE,
    `The new token was refused, and the channel keeps its old one. ${reason}`,
  );

/** The code begins with the provider's name: META_UNAVAILABLE. */
export const providerUnavailable = (providerName: string, reason: string): AppError =>
  new AppError(
    `${providerName.toUpperCase()}_UNAVAILABLE`,
    UNAVAILABLE,
    `The new token could not be tested, and the channel keeps its old one. ${reason}; try again in a minute`,
  );

function connectable(): string[] {
  return kindsConnectedByToken().map(({ platform }) => platform);
}
