import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { ErrorDto } from './dto.js';

const DESCRIPTIONS = {
  400: 'The input is not valid',
  401: 'No valid access token, or wrong credentials',
  403: 'The role may not do this',
  404: 'There is no such document in this company',
  409: 'The state forbids it; `code` says why',
  412: 'It has been changed since the version of If-Match',
  413: 'The body or file is too large',
  415: 'The media type is not supported',
  416: 'The file does not have the bytes asked for',
  422: 'A rule forbids it; `code` says which',
  423: 'Locked after too many wrong tries',
  429: 'Too many requests; see Retry-After',
  502: 'An outside service failed',
  503: 'Overloaded; see Retry-After',
} as const;

type DocumentedStatus = keyof typeof DESCRIPTIONS;

/** Documents the errors of a route. 429 is added, since any route may answer it. */
export function ApiErrors(...statuses: DocumentedStatus[]): MethodDecorator {
  const documented = new Set<DocumentedStatus>([...statuses, 429]);
  return applyDecorators(
    ...[...documented].map((status) => ApiResponse({ status, description: DESCRIPTIONS[status], type: ErrorDto })),
  );
}
