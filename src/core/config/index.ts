export { AppConfig } from './app-config.js';
export { envExample, withConfigTable } from './config-docs.js';
export { ConfigModule } from './config.module.js';
export { PRODUCT_VERSION } from './product-version.js';
export type { VapidKeys } from './vapid-keys.js';
export type { GoogleConfig } from './google-config.js';
export { loadEnvFile } from './env-file.js';
export { ENV_SCHEMA, type EnvName } from './env-schema.js';
