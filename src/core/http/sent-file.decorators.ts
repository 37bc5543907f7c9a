import { applyDecorators, createParamDecorator, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import { ApiConsumes } from '@nestjs/swagger';
import { AppError } from '../errors/index.js';

const FIELD = 'file';

interface FormFile {
  readonly fieldname: string;
  readonly buffer: Buffer;
}

/** A route that takes one file as the multipart field `file`, alone, kept in memory; see {@link SentFile}. */
export const TakesFile = (maxBytes: number): MethodDecorator =>
  applyDecorators(
    UseInterceptors(AnyFilesInterceptor({ limits: { fileSize: maxBytes, files: 1, fields: 0 } })),
    ApiConsumes('multipart/form-data'),
  );

/** Parameter decorator: the bytes of the file. @throws AppError VALIDATION_ERROR where it did not come as `file` */
export const SentFile = createParamDecorator((_: unknown, context: ExecutionContext): Buffer => {
  const { files = [] } = context.switchToHttp().getRequest<{ files?: readonly FormFile[] }>();
  const sent = files.find(({ fieldname }) => fieldname === FIELD);
  if (!sent) throw AppError.validation([{ field: FIELD, message: `${FIELD} is missing` }]);
  return sent.buffer;
});
