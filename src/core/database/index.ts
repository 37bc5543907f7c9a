export { DatabaseIndexService } from './database-index.service.js';
export { DatabaseModule } from './database.module.js';
export { type Migration, Migrator } from './migrations/index.js';
export { type DatabaseAddress, openDatabase } from './open-database.js';
