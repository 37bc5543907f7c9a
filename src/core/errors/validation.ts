import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import type { ValidatorOptions } from 'class-validator';
import { Types } from 'mongoose';
import { AppError } from './app-error.js';
import { obeysRules } from './compiled-rules.js';
import { toFieldProblems } from './validation-problems.js';

class InputPipe extends ValidationPipe {
  /** Leaves ids to ParseIdPipe, which runs after this global pipe: here they are still strings. */
  protected override toValidate(metadata: ArgumentMetadata): boolean {
    return metadata.metatype !== Types.ObjectId && super.toValidate(metadata);
  }

  /** Calls class-validator, which is slow, only if the compiled rules cannot accept the body. */
  protected override async validate(instance: object, options?: ValidatorOptions): Promise<ValidationError[]> {
    return obeysRules(instance) ? [] : super.validate(instance, options);
  }
}

/** Refuses unknown fields. A failure is VALIDATION_ERROR with its field. */
export function createValidationPipe(): ValidationPipe {
  return new InputPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: true, value: true },
    exceptionFactory: (errors: ValidationError[]) => AppError.validation(toFieldProblems(errors)),
  });
}
