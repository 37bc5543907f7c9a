import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { documentErrors, documentIdempotencyKey, documentPathParameters } from './core/http/index.js';

const DOCS_PATH = 'api/docs';

/** Describes every route; the types come from the metadata that the build generates. */
export async function createOpenApiDocument(app: INestApplication): Promise<OpenAPIObject> {
  const { default: metadata } = await import('./metadata.js');
  await SwaggerModule.loadPluginMetadata(metadata as () => Promise<Record<string, unknown>>);
  const description = new DocumentBuilder()
    .setTitle('PetBuddy API')
    .setDescription('Customer messaging, booking and automation for pet-care businesses')
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, description, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return documentErrors(documentPathParameters(documentIdempotencyKey(document)));
}

/** Serves the UI at /api/docs and the document at /api/docs-json. */
export async function mountOpenApi(app: INestApplication): Promise<void> {
  const document = await createOpenApiDocument(app);
  SwaggerModule.setup(DOCS_PATH, app, document, {
    jsonDocumentUrl: `${DOCS_PATH}-json`,
    swaggerOptions: { persistAuthorization: true },
  });
}
