import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { DOCS_PATH, documentErrors, documentIdempotencyKey, documentPathParameters } from './core/http/index.js';

/** The parts of the API, in the order in which a newcomer needs them. */
const TAGS = {
  Auth: 'Registering, logging in, sessions',
  Companies: 'The caller’s company',
  Users: 'The people of the company',
  Contacts: 'Customers',
  Pets: 'Their animals',
  Conversations: 'The inbox',
  Messages: 'Reading and writing',
  Media: 'Files of messages',
  Channels: 'Accounts at Messenger, Instagram and WhatsApp',
  Meta: 'Meta’s webhooks and what became of them',
  'Booking catalog': 'Services, people, rooms and rules that can be booked',
  Appointments: 'Free times, holds and appointments',
  'Public booking': 'Without a log-in: the page of a company, and the links of its customers',
  Sockets: 'For trusted services',
  Jobs: 'Background work that failed',
  Health: 'Probes and metrics',
};

/** Describes every route; the types come from the metadata that the build generates. */
export async function createOpenApiDocument(app: INestApplication): Promise<OpenAPIObject> {
  const { default: metadata } = await import('./metadata.js');
  await SwaggerModule.loadPluginMetadata(metadata as () => Promise<Record<string, unknown>>);
  const description = new DocumentBuilder()
    .setTitle('PetBuddy API')
    .setDescription(
      'Customer messaging and booking for pet-care businesses. Live events are described in docs/sockets.md.',
    )
    .setVersion('1')
    .addBearerAuth();
  for (const [name, meaning] of Object.entries(TAGS)) description.addTag(name, meaning);
  const document = SwaggerModule.createDocument(app, description.build(), {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return documentErrors(documentPathParameters(documentIdempotencyKey(document)));
}

/** Serves the UI at /api/docs and the document at /api/docs-json, which is described when it is asked for first. */
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
    swaggerOptions: { persistAuthorization: true },
  });
}
