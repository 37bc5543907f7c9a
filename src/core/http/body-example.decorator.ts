import type { Type } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';

export type BodyPart<T> = T extends Date ? T : T extends object ? { [Field in keyof T]?: BodyPart<T[Field]> } : T;

/** Documents a JSON body by an example that can be sent as it stands; Swagger UI fills it in. */
export const BodyExample = <T>(
  type: Type<T>,
  value: BodyPart<T>,
  { required = true }: { required?: boolean } = {},
): MethodDecorator => ApiBody({ type, required, examples: { usual: { value } } });
