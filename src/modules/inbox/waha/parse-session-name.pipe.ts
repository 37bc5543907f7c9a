import { Injectable, type PipeTransform } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { SESSION_NAME } from './waha.constants.js';

const MESSAGE = 'name must have 1 to 54 letters, digits, - and _';

/** `@Param('name', ParseSessionNamePipe) name: string`; another name is 400 VALIDATION_ERROR. */
@Injectable()
export class ParseSessionNamePipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!SESSION_NAME.test(value)) throw AppError.validation([{ field: 'name', message: MESSAGE }]);
    return value;
  }
}
