/**
 * Graceful shutdown: features register what must happen before the process ends with
 * `ShutdownSteps.register(phase, name, task)`; `installGracefulShutdown(app)` in main.ts runs it on SIGTERM and SIGINT.
 */
export { type GracefulShutdownOptions, installGracefulShutdown } from './graceful-shutdown.js';
export {
  PHASE_LIMIT_MS,
  SHUTDOWN_LIMIT_MS,
  ShutdownPhase,
  ShutdownSteps,
  type ShutdownTask,
} from './shutdown-steps.js';
export { ShutdownModule } from './shutdown.module.js';
