import { AppError } from '../../core/errors/index.js';

/** Another live channel, maybe of another company, has this account; it is not said whose. */
export const channelTaken = (): AppError =>
  AppError.conflict('CHANNEL_TAKEN', 'This account is already connected; disconnect it there first');

export const channelHasNoToken = (): AppError =>
  AppError.conflict('CHANNEL_HAS_NO_TOKEN', 'Give the channel an access token first');
