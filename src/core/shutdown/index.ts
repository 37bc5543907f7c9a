/** Modules register the steps of a shutdown; main.ts runs them on SIGTERM and SIGINT. */
export { type GracefulShutdownOptions, installGracefulShutdown } from './graceful-shutdown.js';
export {
  PHASE_LIMIT_MS,
  SHUTDOWN_LIMIT_MS,
  ShutdownPhase,
  ShutdownSteps,
  type ShutdownTask,
} from './shutdown-steps.js';
export { ShutdownModule } from './shutdown.module.js';
