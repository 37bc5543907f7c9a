import { Injectable, type PipeTransform } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';

const NUMBER = /^[1-9]\d{0,14}$/;

/** The number of a version in a path. */
@Injectable()
export class ParseNumberPipe implements PipeTransform<string, number> {
  /** @throws AppError NOT_FOUND, since there is no version of another name */
  transform(value: string): number {
    if (NUMBER.test(value)) return Number(value);
    throw AppError.notFound('Version of the flow');
  }
}
