/** Structured logs. Every line carries the request, company and user of its context; redact.ts hides secrets. */
export { type AppLogger, createAppLogger, type ServiceName } from './logging.js';
export { quietFramework } from './quiet-framework.js';
export { redact, REDACTED, redactText } from './redact.js';
