import type { Principal, Role } from '../../../core/auth-guards/index.js';
import type { User } from './schemas/user.schema.js';
import { roleAboveYours } from './users.errors.js';

/** Role -> roles that it may manage and give. */
const MANAGES: Readonly<Record<Role, readonly Role[]>> = {
  super_admin: ['super_admin', 'owner', 'manager', 'staff'],
  owner: ['owner', 'manager', 'staff'],
  manager: ['manager', 'staff'],
  staff: [],
};

export function assertMayManage(caller: Principal, role: Role): void {
  if (!MANAGES[caller.role].includes(role)) throw roleAboveYours();
}

/** Owners who cannot log in do not count: a person must be able to run the company. */
export function countsAsOwner(user: Pick<User, 'role' | 'state'>): boolean {
  return user.role === 'owner' && user.state === 'active';
}
