/**
 * Structured logs. Use Nest's `Logger`: `logger.warn({ message: 'text', job_id: id })`. Every line carries the request,
 * company and user of its context; secrets are hidden by field name and by pattern (redact.ts).
 */
export { type AppLogger, createAppLogger, type ServiceName } from './logging.js';
export { quietFramework } from './quiet-framework.js';
export { redact, REDACTED, redactText } from './redact.js';
