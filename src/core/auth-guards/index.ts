export { Allow, permissionOf, Public } from './access.decorators.js';
export { AccessTokenService, bearerTokenOf, invalidToken } from './access-token.service.js';
export { AuthGuardsModule } from './auth-guards.module.js';
export { AuthenticateGuard } from './authenticate.guard.js';
export { AuthorizeGuard } from './authorize.guard.js';
export { documentAccess } from './document-access.js';
export { isAllowed, type Permission, PERMISSIONS, type Role, ROLES, rolesWith } from './permissions.js';
export { type AuthenticatedRequest, CurrentCompany, CurrentUser, type Principal, principalOf } from './principal.js';
export { SessionGate } from './session-gate.js';
