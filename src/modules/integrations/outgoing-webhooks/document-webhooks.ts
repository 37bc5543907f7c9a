import type { OpenAPIObject } from '@nestjs/swagger';
import { WEBHOOK_KIND_NAMES, WEBHOOK_KINDS, type WebhookKind } from './webhook-kinds.js';

const HEADERS = [
  ['webhook-id', 'The same for every attempt and replay of an event; drop one that you have handled'],
  ['webhook-timestamp', 'Unix time of the attempt, seconds'],
  ['webhook-signature', '`v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several during a rotation'],
] as const;

/** Adds the section `webhooks` of OpenAPI 3.1: what the endpoints of a company get. */
export function documentWebhooks(document: OpenAPIObject): OpenAPIObject {
  const webhooks = Object.fromEntries(WEBHOOK_KIND_NAMES.map((kind) => [kind, { post: describe(kind) }]));
  return Object.assign(document, { webhooks });
}

function describe(kind: WebhookKind): object {
  return {
    tags: ['Outgoing webhooks'],
    operationId: `webhook_${kind.replace('.', '_')}`,
    summary: WEBHOOK_KINDS[kind].description,
    security: [],
    parameters: HEADERS.map(([name, description]) => ({
      name,
      in: 'header',
      required: true,
      description,
      schema: { type: 'string' },
    })),
    requestBody: { required: true, content: { 'application/json': { schema: bodyOf(kind) } } },
    responses: {
      '2XX': { description: 'The event was taken; any other answer is tried again' },
      '4XX': { description: 'The event was not taken' },
    },
  };
}

function bodyOf(kind: WebhookKind): object {
  const parts = Object.entries<string>(WEBHOOK_KINDS[kind].data);
  const properties = parts.map(([name, type]) => [
    name,
    type.endsWith('Dto') ? { $ref: `#/components/schemas/${type}` } : { type },
  ]);
  return {
    type: 'object',
    required: ['type', 'timestamp', 'company_id', 'seq', 'data'],
    properties: {
      type: { type: 'string', enum: [kind] },
      timestamp: { type: 'string', format: 'date-time' },
      company_id: { type: 'string' },
      seq: { type: 'integer', description: 'Grows with each event of the company' },
      data: {
        type: 'object',
        required: parts.map(([name]) => name),
        properties: Object.fromEntries(properties) as object,
      },
    },
  };
}
