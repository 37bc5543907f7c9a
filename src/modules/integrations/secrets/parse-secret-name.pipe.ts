import { Injectable, type PipeTransform } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { SECRET_NAME } from './secret-limits.js';

const MESSAGE = 'name must begin with a letter and have at most 64 letters, digits, _ and -';

/** `@Param('name', ParseSecretNamePipe) name: string`; another name is 400 VALIDATION_ERROR. */
@Injectable()
export class ParseSecretNamePipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!SECRET_NAME.test(value)) throw AppError.validation([{ field: 'name', message: MESSAGE }]);
    return value;
  }
}
