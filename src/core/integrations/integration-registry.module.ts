import { Module } from '@nestjs/common';
import { IntegrationRegistry } from './integration-registry.js';

/** The port by which modules show the integrations of a company. */
@Module({ providers: [IntegrationRegistry], exports: [IntegrationRegistry] })
export class IntegrationRegistryModule {}
