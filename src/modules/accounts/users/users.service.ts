import { Injectable } from '@nestjs/common';
import type { Types, UpdateQuery } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { EventBus } from '../../../core/events/index.js';
import { Jobs } from '../../../core/jobs/index.js';
import { assertVersion, type CompanyScope, type Page, type PageRequest } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../companies/index.js';
import { AvatarsService } from './avatars.service.js';
import { UpdateUserDto } from './dto/manage-users.dto.js';
import { OwnershipService } from './ownership.service.js';
import type { User } from './schemas/user.schema.js';
import { assertMayManage, countsAsOwner } from './user-rules.js';
import { changedMeanwhile, notYetActive } from './users.errors.js';
import { RemoveDeletedUser } from './users.jobs.js';
import { UsersRepository } from './users.repository.js';

/** In the same write as the change that requires it. */
const END_SESSIONS = { $inc: { session_epoch: 1 } } as const;
/** A reserved name that no mail server answers for (RFC 2606). */
const DELETED_DOMAIN = 'deleted.invalid';
const SECOND_REMOVAL_MS = 60_000;

@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly ownership: OwnershipService,
    private readonly companies: CompaniesService,
    private readonly avatars: AvatarsService,
    private readonly events: EventBus,
    private readonly jobs: Jobs,
  ) {}

  list(scope: CompanyScope, request: PageRequest): Promise<Page<User>> {
    return this.users.list(scope, request);
  }

  /**
   * A changed role or a disabled account ends the sessions of the user.
   * @param version the version that the user must still have
   * @throws AppError NOT_FOUND | FORBIDDEN | VERSION_MISMATCH | LAST_OWNER | NOT_ACTIVE | CONFLICT
   */
  async update(
    scope: CompanyScope,
    caller: Principal,
    id: Types.ObjectId,
    changes: UpdateUserDto,
    version?: number,
  ): Promise<User> {
    const user = await this.users.getExisting(scope, id);
    const { disabled, role = user.role, ...profile } = changes;
    assertMayManage(caller, user.role);
    assertMayManage(caller, role);
    assertVersion('User', user, version);
    const state = disabled === undefined ? user.state : stateAfter(user, disabled);
    if (role === 'owner' && user.role !== 'owner' && state !== 'active') throw notYetActive();
    const losesRights = role !== user.role || (state !== user.state && state === 'disabled');
    return this.change(scope, user, { ...profile, role, state }, losesRights, version);
  }

  /** @throws AppError NOT_FOUND | FORBIDDEN | CONFLICT */
  async endSessions(scope: CompanyScope, caller: Principal, id: Types.ObjectId): Promise<void> {
    const user = await this.users.getExisting(scope, id);
    assertMayManage(caller, user.role);
    await this.change(scope, user, { role: user.role, state: user.state }, true);
  }

  /**
   * Frees the address; the name stays for old messages.
   * @throws AppError NOT_FOUND | FORBIDDEN | LAST_OWNER | CONFLICT
   */
  async remove(scope: CompanyScope, caller: Principal, id: Types.ObjectId): Promise<void> {
    const user = await this.users.getExisting(scope, id);
    if (caller.userId !== user._id.toHexString()) assertMayManage(caller, user.role);
    const email = `${user._id.toHexString()}@${DELETED_DOMAIN}`;
    const links = { password_link: null, invitation_link: null, verification_link: null, email_verified_at: null };
    const credentials = { email, password_hash: null, ...links };
    const removal = { companyId: scope.id, userId: user._id.toHexString() };
    // For a process that dies right after the deletion, and for requests that assigned the user meanwhile.
    await this.jobs.enqueue(RemoveDeletedUser, removal, { delayMs: SECOND_REMOVAL_MS });
    await this.change(scope, user, { ...credentials, avatar_key: null, role: user.role, state: 'deleted' }, true);
    await this.jobs.enqueue(RemoveDeletedUser, removal);
    await this.avatars.remove(user);
  }

  private async change(
    scope: CompanyScope,
    user: User,
    fields: Partial<User> & Pick<User, 'role' | 'state'>,
    losesRights: boolean,
    version?: number,
  ): Promise<User> {
    const update: UpdateQuery<User> = losesRights
      ? { $set: { ...fields, kept_session_id: null }, ...END_SESSIONS }
      : { $set: fields };
    await this.ownership.beforeChange(scope, user, fields);
    const changed = await this.users.updateUnchanged(scope, user, update, version);
    if (countsAsOwner(user) !== countsAsOwner(fields)) await this.ownership.afterChange(scope, user._id);
    if (!changed) throw changedMeanwhile();
    if (user.state !== fields.state) await this.companies.staffChanged(scope);
    if (losesRights) this.events.emit('users.access_revoked', { userId: user._id });
    const deleted = fields.state === 'deleted';
    this.events.emit('users.changed', { companyId: scope.id, userId: user._id.toHexString(), deleted });
    return changed;
  }
}

function stateAfter(user: User, disabled: boolean): User['state'] {
  if (disabled) return 'disabled';
  if (user.state !== 'disabled') return user.state;
  return user.password_hash === null ? 'invited' : 'active';
}
