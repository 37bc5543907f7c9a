export type {} from './meta-connect.events.js';
export { MetaConnectModule } from './meta-connect.module.js';
