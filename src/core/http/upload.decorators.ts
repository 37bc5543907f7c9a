import { dirname, basename } from 'node:path';
import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  PayloadTooLargeException,
  UseInterceptors,
} from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import { ApiConsumes } from '@nestjs/swagger';
import multer from 'multer';
import { catchError, defer, lastValueFrom, type Observable, throwError } from 'rxjs';
import { type AuthenticatedRequest } from '../auth-guards/index.js';
import { AppError } from '../errors/index.js';
import { type RunningUpload, UploadService } from '../storage/index.js';

const FIELD = 'file';
const MAX_NAME_LENGTH = 200;

/** A file of a request. It is deleted when the request is answered. */
export interface UploadedFile {
  readonly path: string;
  readonly size: number;
  /** As the client called it, without folders; never part of a path. */
  readonly name: string | null;
}

type UploadRequest = AuthenticatedRequest & {
  upload?: RunningUpload;
  files?: readonly (Omit<UploadedFile, 'name'> & { fieldname: string; originalname: string })[];
};

/** The file is deleted when the request is answered or broken off. */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  constructor(private readonly uploads: UploadService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<UploadRequest>();
    return defer(async () => {
      const upload = await this.uploads.begin(request.principal?.userId ?? `address:${request.ip}`);
      request.upload = upload;
      try {
        return await lastValueFrom<unknown, undefined>(next.handle(), { defaultValue: undefined });
      } catch (error) {
        // The client hung up, so this is not our failure.
        throw request.readableAborted
          ? new AppError('UPLOAD_BROKEN_OFF', 400, 'The upload ended before the whole file arrived; send it again')
          : error;
      } finally {
        await upload.end();
      }
    });
  }
}

const toDisk = multer.diskStorage({
  destination: (request, _file, use) => use(null, dirname(uploadPathOf(request as UploadRequest))),
  filename: (request, _file, use) => use(null, basename(uploadPathOf(request as UploadRequest))),
});

const BYTES_PER_MB = 1_024 * 1_024;

/** The parser's own refusal does not say the limit. */
class FileSizeInterceptor implements NestInterceptor {
  constructor(private readonly maxBytes: number) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(catchError((error: unknown) => throwError(() => this.explained(error))));
  }

  private explained(error: unknown): unknown {
    if (!(error instanceof PayloadTooLargeException)) return error;
    const message = `The file is too large: send at most ${this.maxBytes / BYTES_PER_MB} MB`;
    return new AppError('PAYLOAD_TOO_LARGE', 413, message);
  }
}

/** The multipart field must be named `file`; see {@link Upload}. */
export const AcceptsUpload = (maxBytes: number): MethodDecorator =>
  applyDecorators(
    UseInterceptors(
      UploadInterceptor,
      new FileSizeInterceptor(maxBytes),
      AnyFilesInterceptor({ storage: toDisk, limits: { fileSize: maxBytes, files: 1, fields: 0 } }),
    ),
    ApiConsumes('multipart/form-data'),
  );

/** @throws AppError VALIDATION_ERROR if there is no field `file` */
export const Upload = createParamDecorator((_: unknown, context: ExecutionContext): UploadedFile => {
  const { files = [] } = context.switchToHttp().getRequest<UploadRequest>();
  const sent = files.find(({ fieldname }) => fieldname === FIELD);
  if (!sent)
    throw AppError.validation([
      { field: FIELD, message: `${FIELD} is missing; send one file as the multipart field ${FIELD}` },
    ]);
  return { path: sent.path, size: sent.size, name: shownName(sent.originalname) };
});

/** The parser reads names as Latin-1, although browsers send UTF-8. */
function shownName(original: string): string | null {
  const decoded = Buffer.from(original, 'latin1').toString('utf8');
  const name = decoded.includes('\uFFFD') ? original : decoded;
  // eslint-disable-next-line no-control-regex -- names with control characters are what it removes
  const plain = name.replace(/^.*[\\/]/, '').replace(/[\u0000-\u001f\u007f]/g, '');
  return plain.trim().slice(0, MAX_NAME_LENGTH) || null;
}

function uploadPathOf({ upload }: UploadRequest): string {
  if (!upload) throw new Error('the upload has no path: UploadInterceptor must run before the multipart parser');
  return upload.path;
}
