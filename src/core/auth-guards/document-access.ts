import type { OpenAPIObject } from '@nestjs/swagger';
import { PERMISSION_EXTENSION, ROLES_EXTENSION } from './access.decorators.js';
import { isPermissionOfKeys } from './permissions.js';

/** Name of the security scheme of API keys in the document. */
export const API_KEY_SCHEME = 'api-key';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const PUBLIC_LINE = 'Public: no log-in is needed.';
const OPTIONAL_TOKEN_LINE = 'Public: an access token is optional.';

interface Access {
  [PERMISSION_EXTENSION]?: string;
  [ROLES_EXTENSION]?: readonly string[];
}

/** Adds to each operation who may call it. A public operation gets `security: []` unless it also accepts a token. */
export function documentAccess(document: OpenAPIObject): OpenAPIObject {
  for (const item of Object.values(document.paths)) {
    for (const operation of METHODS.flatMap((method) => item[method] ?? [])) {
      const { [PERMISSION_EXTENSION]: permission, [ROLES_EXTENSION]: roles = [] } = operation as Access;
      const publicLine = operation.security ? OPTIONAL_TOKEN_LINE : PUBLIC_LINE;
      const line = permission ? `Allowed: ${roles.join(', ')}. Permission: \`${permission}\`.` : publicLine;
      operation.description = operation.description ? `${operation.description}\n\n${line}` : line;
      if (!permission) operation.security ??= [];
      else if (isPermissionOfKeys(permission))
        operation.security = [...(operation.security ?? []), { [API_KEY_SCHEME]: [] }];
    }
  }
  return document;
}
