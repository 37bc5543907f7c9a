import { applyDecorators, type CustomDecorator, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import { type Permission, rolesWith } from './permissions.js';

export const PUBLIC = 'access:public';
export const ALLOW = 'access:allow';
export const PERMISSION_EXTENSION = 'x-permission';
export const ROLES_EXTENSION = 'x-roles';

/** Opens a route to callers without a token. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

/** Requires a caller with the permission; the OpenAPI document shows it and its roles. */
export const Allow = (permission: Permission): ClassDecorator & MethodDecorator =>
  applyDecorators(
    SetMetadata(ALLOW, permission),
    ApiBearerAuth(),
    ApiExtension(PERMISSION_EXTENSION, permission),
    ApiExtension(ROLES_EXTENSION, rolesWith(permission)),
  );
