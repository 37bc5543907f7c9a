export { type Migration } from './migration.js';
export { Migrator } from './migrator.js';
