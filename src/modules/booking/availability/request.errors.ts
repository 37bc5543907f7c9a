import { AppError } from '../../../core/errors/index.js';

export const invalidField = (field: string, message: string): AppError =>
  AppError.validation([{ field, message: `${field} ${message}` }]);

/** Reports a RangeError of the engine as a validation error. */
export function asValidation<T>(field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw invalidField(field, `can't be: ${error.message}`);
    throw error;
  }
}
