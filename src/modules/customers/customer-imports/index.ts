export { CustomerImportsModule } from './customer-imports.module.js';
