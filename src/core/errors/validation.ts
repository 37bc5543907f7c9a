import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { AppError, type FieldProblem } from './app-error.js';

/** Turns class-validator's tree into a flat list of `{field, message}`. */
export function flattenValidationErrors(errors: readonly ValidationError[], prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = prefix ? `${prefix}.${error.property}` : error.property;
    const own = Object.values(error.constraints ?? {}).map((message) => ({ field, message }));
    return [...own, ...flattenValidationErrors(error.children ?? [], field)];
  });
}

/** Unknown fields are refused, known ones converted; a failure is VALIDATION_ERROR with its field. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors: ValidationError[]) => AppError.validation(flattenValidationErrors(errors)),
  });
}
