export { IntegrationRegistryModule } from './integration-registry.module.js';
export type {} from './integration.events.js';
export { CompanySecrets } from './company-secrets.js';
export {
  type IntegrationCard,
  IntegrationRegistry,
  INTEGRATION_STATES,
  type IntegrationState,
} from './integration-registry.js';
