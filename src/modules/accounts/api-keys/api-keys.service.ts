import { createHash, randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import {
  type ApiKeyGate,
  invalidToken,
  isAllowed,
  isPermissionOfKeys,
  missingForKey,
  type Permission,
  PERMISSIONS,
  type Principal,
  rolesWith,
} from '../../../core/auth-guards/index.js';
import { AppError } from '../../../core/errors/index.js';
import { type CompanyScope, type Page, type PageRequest, toObjectId } from '../../../core/tenancy/index.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import type { CreateApiKeyDto } from './dto/api-key.dto.js';
import type { ApiKey } from './schemas/api-key.schema.js';

const KEY_BYTES = 32;
const SHOWN_CHARACTERS = 10;
const MAX_KEYS = 50;
const USE_NOTED_EVERY_MS = 60_000;

/** The key is in plain text only here, in the answer to the person who made it. */
export interface WithKey {
  readonly apiKey: ApiKey;
  readonly key: string;
}

/** Keys by which programs of a company call the API. */
@Injectable()
export class ApiKeysService implements ApiKeyGate {
  private readonly logger = new Logger('Audit');

  constructor(private readonly keys: ApiKeysRepository) {}

  list(scope: CompanyScope, request: PageRequest): Promise<Page<ApiKey>> {
    return this.keys.list(scope, request);
  }

  /** What a person may give to a key: no more than the person has. */
  grantable({ role }: Principal): Permission[] {
    return (Object.keys(PERMISSIONS) as Permission[]).filter((one) => isPermissionOfKeys(one) && isAllowed(role, one));
  }

  /** @throws AppError FORBIDDEN for a permission that the caller does not have | VALIDATION_ERROR | TOO_MANY_API_KEYS */
  async create(scope: CompanyScope, caller: Principal, { name, permissions }: CreateApiKeyDto): Promise<WithKey> {
    const beyond = permissions.find((permission) => !isAllowed(caller.role, permission));
    if (beyond) {
      throw AppError.forbidden(`You cannot give ${beyond}; it needs one of the roles ${rolesWith(beyond).join(', ')}`);
    }
    const lacking = missingForKey(permissions);
    if (lacking) {
      const { by, missing, why } = lacking;
      const message = `permissions with ${by} must include ${missing.join(', ')}, because ${why}`;
      throw AppError.validation([{ field: 'permissions', message }]);
    }
    if ((await this.keys.countAll(scope)) >= MAX_KEYS) {
      throw AppError.conflict('TOO_MANY_API_KEYS', `A company has at most ${MAX_KEYS} API keys; delete one first`);
    }
    const key = `pb_${randomBytes(KEY_BYTES).toString('base64url')}`;
    const apiKey = await this.keys.create(scope, {
      name,
      permissions,
      prefix: key.slice(0, SHOWN_CHARACTERS),
      hash: hashOf(key),
      created_by: toObjectId(caller.userId),
    });
    this.audit('created', caller, apiKey);
    return { apiKey, key };
  }

  /** It is refused from then on. @throws AppError NOT_FOUND */
  async remove(scope: CompanyScope, caller: Principal, id: Types.ObjectId): Promise<void> {
    this.audit('deleted', caller, await this.keys.deleteById(scope, id));
  }

  /** @throws AppError INVALID_TOKEN */
  async authenticate(key: string): Promise<Principal> {
    const apiKey = await this.keys.findByHash(hashOf(key));
    if (!apiKey) throw invalidToken();
    const now = Date.now();
    if (now - (apiKey.last_used_at?.getTime() ?? 0) >= USE_NOTED_EVERY_MS)
      await this.keys.noteUse(apiKey, new Date(now));
    return {
      userId: apiKey._id.toHexString(),
      companyId: apiKey.company_id.toHexString(),
      // The least one: what a key may do is in its permissions only.
      role: 'staff',
      sessionId: '',
      keyName: apiKey.name,
      keyPermissions: apiKey.permissions.filter(isPermissionOfKeys),
    };
  }

  private audit(
    action: 'created' | 'deleted',
    { userId, companyId }: Principal,
    { _id, name, permissions }: ApiKey,
  ): void {
    const api_key_id = _id.toHexString();
    this.logger.log({ message: `API key ${action}`, userId, companyId, api_key_id, name, permissions });
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
