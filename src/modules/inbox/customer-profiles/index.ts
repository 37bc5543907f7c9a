/** Who customers are who wrote without a name. */
export { ProfilesModule } from './profiles.module.js';
