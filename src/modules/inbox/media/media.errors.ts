import { AppError } from '../../../core/errors/index.js';

export const unsupportedFile = (): AppError =>
  new AppError(
    'UNSUPPORTED_MEDIA_TYPE',
    415,
    'Files of this type cannot be sent; send a picture, a video, a recording or a document',
  );

export const fileTooLarge = (maxBytes: number): AppError =>
  new AppError('PAYLOAD_TOO_LARGE', 413, `A file of this kind may have at most ${maxBytes} bytes`);

export const rangeNotSatisfiable = (): AppError =>
  new AppError('RANGE_NOT_SATISFIABLE', 416, 'The file does not have these bytes');
