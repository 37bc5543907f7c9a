import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const WITHOUT_IDEMPOTENCY = 'idempotency:none';
/** The extension in the API document. */
export const WITHOUT_IDEMPOTENCY_EXTENSION = 'x-without-idempotency';

/** For routes with credentials: nothing of their requests and answers is stored. */
export const WithoutIdempotency = (): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(WITHOUT_IDEMPOTENCY, true), ApiExtension(WITHOUT_IDEMPOTENCY_EXTENSION, true));
