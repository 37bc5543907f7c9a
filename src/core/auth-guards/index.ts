export { Allow, permissionOf, Public } from './access.decorators.js';
export { AccessTokenService, bearerTokenOf, invalidToken } from './access-token.service.js';
export { ApiKeyGate } from './api-key-gate.js';
export { AuthGuardsModule } from './auth-guards.module.js';
export { AuthenticateGuard } from './authenticate.guard.js';
export { AuthorizeGuard } from './authorize.guard.js';
export { API_KEY_SCHEME, documentAccess } from './document-access.js';
export {
  isAllowed,
  isPermissionOfKeys,
  missingForKey,
  type Permission,
  PERMISSIONS,
  type Role,
  ROLES,
  rolesWith,
} from './permissions.js';
export {
  type AuthenticatedRequest,
  CurrentCompany,
  CurrentUser,
  mayUse,
  type Principal,
  principalOf,
} from './principal.js';
export { SessionGate } from './session-gate.js';
