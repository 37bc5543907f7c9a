/** Work that was given up on, for the people who may have it done again. */
export { JobsAdminModule } from './jobs-admin.module.js';
