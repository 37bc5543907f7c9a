import type { OpenAPIObject } from '@nestjs/swagger';
import { WITHOUT_IDEMPOTENCY_EXTENSION } from './without-idempotency.decorator.js';

const PARAMETER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), ' +
    'another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
} as const;

const RESPONSES = {
  400: { description: 'The input is not valid, the key among it' },
  409: { description: 'The key was used with another body, or its request still runs' },
} as const;

export function documentIdempotencyKey(document: OpenAPIObject): OpenAPIObject {
  for (const { post } of Object.values(document.paths)) {
    if (!post?.security || WITHOUT_IDEMPOTENCY_EXTENSION in post) continue;
    // A handler that reads the header itself has it in the list already.
    const others = (post.parameters ?? []).filter((one) => !('name' in one && one.name === PARAMETER.name));
    post.parameters = [...others, PARAMETER];
    post.responses = { ...RESPONSES, ...post.responses };
  }
  return document;
}
