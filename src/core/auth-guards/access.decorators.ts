import { applyDecorators, type CustomDecorator, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import { type Permission, rolesWith } from './permissions.js';

export const PUBLIC = 'access:public';
export const ALLOW = 'access:allow';

/** Opens a route to callers without a token. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

/** Requires a caller with the permission; the OpenAPI document shows it and its roles. */
export const Allow = (permission: Permission): ClassDecorator & MethodDecorator =>
  applyDecorators(
    SetMetadata(ALLOW, permission),
    ApiBearerAuth(),
    ApiExtension('x-permission', permission),
    ApiExtension('x-roles', rolesWith(permission)),
  );
