import type { Principal, Role } from '../../../core/auth-guards/index.js';
import type { User } from './schemas/user.schema.js';
import { roleAboveYours } from './users.errors.js';

/** Whom each role may manage, and which roles it may give. */
const MANAGES: Readonly<Record<Role, readonly Role[]>> = {
  super_admin: ['super_admin', 'owner', 'manager', 'staff'],
  owner: ['owner', 'manager', 'staff'],
  manager: ['manager', 'staff'],
  staff: [],
};

/** @throws AppError FORBIDDEN when the caller's role does not reach up to the given one */
export function assertMayManage(caller: Principal, role: Role): void {
  if (!MANAGES[caller.role].includes(role)) throw roleAboveYours();
}

/** Owners who can't log in don't count: somebody must be able to run the company. */
export function countsAsOwner(user: Pick<User, 'role' | 'state'>): boolean {
  return user.role === 'owner' && user.state === 'active';
}
