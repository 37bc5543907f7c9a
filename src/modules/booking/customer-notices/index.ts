export { CustomerNoticesModule } from './customer-notices.module.js';
