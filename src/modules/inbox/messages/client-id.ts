import { createHash } from 'node:crypto';
import type { Principal } from '../../../core/auth-guards/index.js';
import type { CreateMessageDto } from './dto/message.dto.js';

const PREFIX = 'key:';

/**
 * Derives a client id from the Idempotency-Key if the caller gave none, so that a repetition finds the stored
 * message.
 */
export function withClientId(
  input: CreateMessageDto,
  { userId }: Principal,
  key: string | undefined,
): CreateMessageDto {
  if (key === undefined || input.client_id !== undefined) return input;
  const request = JSON.stringify([userId, key, input]);
  return { ...input, client_id: PREFIX + createHash('sha256').update(request).digest('base64url') };
}
