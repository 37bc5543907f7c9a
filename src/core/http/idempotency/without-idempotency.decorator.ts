import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** Metadata of routes that ignore the Idempotency-Key. */
export const WITHOUT_IDEMPOTENCY = 'idempotency:none';
/** The same in the API document. */
export const WITHOUT_IDEMPOTENCY_EXTENSION = 'x-without-idempotency';

/** Routes that take or answer credentials: nothing of their requests and answers is stored for an Idempotency-Key. */
export const WithoutIdempotency = (): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(WITHOUT_IDEMPOTENCY, true), ApiExtension(WITHOUT_IDEMPOTENCY_EXTENSION, true));
