import { createHash } from 'node:crypto';
import type { Principal } from '../../../core/auth-guards/index.js';
import type { CreateMessageDto } from './dto/message.dto.js';

const PREFIX = 'key:';

/**
 * The input with a client id made of its Idempotency-Key, where the caller gave none. A repetition then finds the stored
 * message by itself, whatever became of the answer that was kept for the key.
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
