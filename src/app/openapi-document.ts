import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { API_KEY_SCHEME, documentAccess } from '../core/auth-guards/index.js';
import { DOCS_PATH, documentErrors, documentIdempotencyKey, documentPathParameters } from '../core/http/index.js';
import { documentFlowGraph } from '../modules/automation/flows/index.js';
import { documentWebhooks } from '../modules/integrations/outgoing-webhooks/index.js';

const AREAS = {
  Accounts: {
    'API keys': 'Keys by which programs of the company call this API',
    Auth: 'Registration, log-in, sessions and passwords',
    Companies: 'The company of the caller',
    Notifications: 'Notifications of the caller, and the ways in which they come',
    Teams: 'People who share conversations',
    Users: 'The people who work in the company, and the profile of the caller',
  },
  Customers: {
    Contacts: 'The customers of the company: data, tags, merging of duplicates',
    Pets: 'The pets of the customers',
  },
  Inbox: {
    Conversations: 'Conversations with customers: list, assignment, status, history, notes',
    Labels: 'The labels of conversations',
    'Canned replies': 'Prepared answers of staff',
    Messages: 'Sending, reading and editing messages',
    'Message templates': 'Templates of WhatsApp, for messages after the reply window',
    'Scheduled messages': 'Replies that are sent later',
    'Social events': 'Comments, reactions and mentions in public',
    Media: 'Files of messages',
    Channels: 'The accounts of the company at Messenger, Instagram and WhatsApp',
    Meta: 'Log-ins at Meta, the webhook of Meta, and its events that could not be processed',
    'WhatsApp by QR code':
      'The WAHA server of a company, its numbers with their QR codes, and the webhook of the server',
  },
  Booking: {
    'Booking catalog': 'What can be booked: services, staff schedules, resources, closures, quotas, settings',
    Appointments: 'Free slots, holds, appointments, series, the waitlist, and proofs such as vaccinations',
    Reminders: 'Rules by which PetBuddy writes to customers before and after visits, and what was sent',
    'Offered times': 'Times that a customer chooses by a tap in the conversation',
    'Public booking': 'Booking without a log-in: the page of a company, and the links of its customers',
  },
  Billing: {
    Payments: 'Payments of customers, refunds, receipts, what is owed, the daily close and the report by month',
  },
  Automation: {
    Flows: 'Automatic conversations: drafts, checks, versions, scenarios, simulation',
    Memory: 'What the assistant remembers of contacts and pets',
    Knowledge: 'Texts that answer questions of customers, their search and import, and questions without an answer',
    Assistant: 'The assistant: settings, prompts, trials and replays, numbers, and its language model',
  },
  Integrations: {
    'Calendar feeds': 'Addresses at which calendar programs read appointments (iCal)',
    'Google Calendar': 'Appointments in the Google calendars of staff, and busy times from there',
    Integrations: 'The connections of the company to other services, with their health',
    'Outgoing webhooks': 'Signed events of the company for other programs, their deliveries, and sending them again',
    Secrets: 'Passwords and keys for other services; no answer contains a value',
  },
  Operations: {
    Dashboard: 'The figures of the company, and what is to do today',
    Search: 'One search over contacts, pets, messages and appointments',
    Sockets: 'Events that a trusted service sends to sockets',
    Jobs: 'Background jobs that failed',
    Health: 'Probes and metrics',
  },
};
const ACCESS_TOKEN_TEXT = 'Paste accessToken of POST /auth/login.';
const API_KEY_TEXT = 'A key of POST /api-keys, for programs. It may do what its permissions say, and has no session.';
const OPENAPI_VERSION = '3.1.0';
const LICENSE = { name: 'GNU Affero General Public License v3.0 or later', identifier: 'AGPL-3.0-or-later' };

export async function createOpenApiDocument(app: INestApplication): Promise<OpenAPIObject> {
  const { default: metadata } = await import('../metadata.js');
  await SwaggerModule.loadPluginMetadata(metadata as () => Promise<Record<string, unknown>>);
  const document = SwaggerModule.createDocument(app, describeApi(), { operationIdFactory: operationId });
  document.info.license = LICENSE;
  documentWebhooks(document);
  documentFlowGraph(document);
  return documentErrors(documentAccess(documentPathParameters(documentIdempotencyKey(document))));
}

function describeApi(): Omit<OpenAPIObject, 'paths'> {
  const description = new DocumentBuilder()
    .setOpenAPIVersion(OPENAPI_VERSION)
    .setTitle('PetBuddy API')
    .setDescription(
      'Customer messaging and booking for pet-care businesses. Live events are described in docs/sockets.md.',
    )
    .setVersion('1')
    .addServer('/', 'The server of this document')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: ACCESS_TOKEN_TEXT })
    .addSecurity(API_KEY_SCHEME, { type: 'http', scheme: 'bearer', bearerFormat: 'pb_…', description: API_KEY_TEXT })
    .addExtension(
      'x-tagGroups',
      Object.entries(AREAS).map(([name, tags]) => ({ name, tags: Object.keys(tags) })),
    );
  for (const tags of Object.values(AREAS)) {
    for (const [name, meaning] of Object.entries(tags)) description.addTag(name, meaning);
  }
  return description.build();
}

/** For instance `Contacts_list`. Swagger numbers the paths of a method that has several: `verify[0]`, `verify[1]`. */
function operationId(controller: string, method: string): string {
  const name = method.replace('[0]', '').replace(/\[(\d+)\]$/, 'Alias$1');
  return `${controller.replace(/Controller$/, '')}_${name}`;
}

/** Serves the UI at /api/docs and the document at /api/docs-json, which is built at the first request. */
export function mountOpenApi(app: INestApplication): void {
  let description: Promise<void> | undefined;
  let document: OpenAPIObject | undefined;
  const describe = async (): Promise<void> => {
    document = await createOpenApiDocument(app);
  };
  app.use([`/${DOCS_PATH}`, `/${DOCS_PATH}-json`], (_request: Request, _response: Response, next: NextFunction) => {
    description ??= describe();
    description.then(() => next(), next);
  });
  SwaggerModule.setup(DOCS_PATH, app, () => document as OpenAPIObject, {
    jsonDocumentUrl: `${DOCS_PATH}-json`,
    // With 150 operations the page is only usable with its tags and schemas closed.
    swaggerOptions: { persistAuthorization: true, filter: true, docExpansion: 'none', defaultModelsExpandDepth: 0 },
  });
}
