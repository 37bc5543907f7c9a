import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import { Types } from 'mongoose';
import { AppError, type FieldProblem } from './app-error.js';

/** Turns class-validator's tree into a flat list of `{field, message}`. */
export function flattenValidationErrors(errors: readonly ValidationError[], prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = prefix ? `${prefix}.${error.property}` : error.property;
    const own = Object.values(error.constraints ?? {}).map((message) => ({ field, message }));
    return [...own, ...flattenValidationErrors(error.children ?? [], field)];
  });
}

/** Leaves ids to ParseIdPipe, which runs after this global pipe: here they are still strings, no DTOs to validate. */
class InputPipe extends ValidationPipe {
  protected override toValidate(metadata: ArgumentMetadata): boolean {
    return metadata.metatype !== Types.ObjectId && super.toValidate(metadata);
  }
}

/** Unknown fields are refused, known ones converted; a failure is VALIDATION_ERROR with its field. */
export function createValidationPipe(): ValidationPipe {
  return new InputPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors: ValidationError[]) => AppError.validation(flattenValidationErrors(errors)),
  });
}
