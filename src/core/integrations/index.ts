import { Global, Module } from '@nestjs/common';
import { IntegrationRegistry } from './integration-registry.js';

/** The port by which modules show the integrations of a company. */
@Global()
@Module({ providers: [IntegrationRegistry], exports: [IntegrationRegistry] })
export class IntegrationRegistryModule {}

export type {} from './integration.events.js';
export {
  type IntegrationCard,
  type IntegrationHealth,
  IntegrationRegistry,
  type IntegrationSource,
  INTEGRATION_STATES,
  type IntegrationState,
} from './integration-registry.js';
