import { AppError } from '../../../core/errors/index.js';
import { MAX_ENDPOINTS } from './webhook-limits.js';

export function unsafeWebhookAddress(reason: string): AppError {
  return new AppError(
    'UNSAFE_ADDRESS',
    422,
    `${reason}: enter an https address on port 443 of the public internet; for a private host the operator sets OUTBOUND_ALLOWED_HOSTS`,
  );
}

export function tooManyWebhooks(): AppError {
  return AppError.conflict('TOO_MANY_WEBHOOKS', `A company has at most ${MAX_ENDPOINTS} webhooks; delete one first`);
}
