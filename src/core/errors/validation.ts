import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import { Types } from 'mongoose';
import { AppError } from './app-error.js';
import { toFieldProblems } from './validation-problems.js';

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
    // For the words of the answer, which repeats neither.
    validationError: { target: true, value: true },
    exceptionFactory: (errors: ValidationError[]) => AppError.validation(toFieldProblems(errors)),
  });
}
