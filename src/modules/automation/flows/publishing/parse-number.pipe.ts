import { Injectable, type PipeTransform } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';

const NUMBER = /^[1-9]\d{0,14}$/;

/** The number of a version in a path. */
@Injectable()
export class ParseNumberPipe implements PipeTransform<string, number> {
  /** @throws AppError VALIDATION_ERROR */
  transform(value: string): number {
    if (NUMBER.test(value)) return Number(value);
    throw AppError.validation([{ field: 'number', message: 'number must be the number of a version, such as 1' }]);
  }
}
