export { answerError } from './answer-error.js';
export { AppError, exceptDuplicates, type FieldProblem, isDuplicateKey, refuseDuplicate } from './app-error.js';
export { type ErrorBody, toErrorBody } from './error-body.js';
export { failureCodeOf, logFailure, routeNameOf } from './failure-log.js';
export { HttpErrorFilter } from './http-error.filter.js';
export { createValidationPipe } from './validation.js';
export { toWsErrorAck, type WsErrorAck } from './ws-error.js';
