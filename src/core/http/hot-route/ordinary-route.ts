import type { Type } from '@nestjs/common';
import {
  EXCEPTION_FILTERS_METADATA,
  GUARDS_METADATA,
  HEADERS_METADATA,
  HTTP_CODE_METADATA,
  INTERCEPTORS_METADATA,
  PIPES_METADATA,
} from '@nestjs/common/constants.js';
import { BUCKET } from '../rate-limit.guard.js';

const ONLY_IN_THE_PIPELINE: readonly (string | symbol)[] = [
  BUCKET,
  EXCEPTION_FILTERS_METADATA,
  GUARDS_METADATA,
  HEADERS_METADATA,
  HTTP_CODE_METADATA,
  INTERCEPTORS_METADATA,
  PIPES_METADATA,
];

const THROTTLER_PREFIX = 'THROTTLER:';

/** @throws Error that names the metadata of the first decorator that other routes do not have */
export function assertOrdinaryRoute<Controller extends object>(
  controller: Type<Controller>,
  handler: keyof Controller & string,
): void {
  const targets = [controller, (controller.prototype as Controller)[handler] as object];
  const keys = targets.flatMap((target) => Reflect.getMetadataKeys(target) as (string | symbol)[]);
  const found = keys.find((key) => ONLY_IN_THE_PIPELINE.includes(key) || String(key).startsWith(THROTTLER_PREFIX));
  if (found) throw new Error(`${controller.name}.${handler} cannot be a hot route: it has ${String(found)}`);
}
