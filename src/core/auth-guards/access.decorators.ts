import { applyDecorators, type CustomDecorator, SetMetadata, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import { type Permission, rolesWith } from './permissions.js';

export const PUBLIC = 'access:public';
export const ALLOW = 'access:allow';
export const PERMISSION_EXTENSION = 'x-permission';
export const ROLES_EXTENSION = 'x-roles';

export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

export const Allow = (permission: Permission): ClassDecorator & MethodDecorator =>
  applyDecorators(
    SetMetadata(ALLOW, permission),
    ApiBearerAuth(),
    ApiExtension(PERMISSION_EXTENSION, permission),
    ApiExtension(ROLES_EXTENSION, rolesWith(permission)),
  );

/** @throws Error if the handler is public or names no permission of its own */
export function permissionOf<Controller extends object>(
  controller: Type<Controller>,
  handler: keyof Controller & string,
): Permission {
  const target = (controller.prototype as Controller)[handler] as object;
  const permission = Reflect.getMetadata(ALLOW, target) as Permission | undefined;
  const isPublic = [target, controller].some((each) => Reflect.hasMetadata(PUBLIC, each));
  if (!permission || isPublic) throw new Error(`${controller.name}.${handler} does not say who may call it`);
  return permission;
}
