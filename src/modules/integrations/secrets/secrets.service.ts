import { Injectable, Logger } from '@nestjs/common';
import { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { CompanySecrets } from '../../../core/integrations/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { SecretBox } from '../../../core/security/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { type CompanySecret, valuePlace } from './schemas/company-secret.schema.js';
import { MAX_SECRETS } from './secret-limits.js';
import { SecretsRepository } from './secrets.repository.js';

/** More rounds happen only if others store and delete the same name all the time. */
const MAX_ROUNDS = 5;

/** The secrets of a company. People write them, and only modules of the product read them. */
@Injectable()
export class SecretsService implements CompanySecrets {
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly secrets: SecretsRepository,
    private readonly box: SecretBox,
    private readonly locks: KeyedLocks,
  ) {}

  list(scope: CompanyScope): Promise<CompanySecret[]> {
    return this.secrets.all(scope);
  }

  async read(scope: CompanyScope, name: string): Promise<string | undefined> {
    const secret = await this.secrets.findByName(scope, name);
    return secret ? this.box.open(secret.value, valuePlace(secret)) : undefined;
  }

  async names(scope: CompanyScope): Promise<string[]> {
    return (await this.secrets.all(scope)).map(({ name }) => name);
  }

  /** Stores a value under a name. Replaces an older value. @throws AppError TOO_MANY_SECRETS | CONFLICT */
  async put(scope: CompanyScope, caller: Principal, name: string, value: string): Promise<CompanySecret> {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const current = await this.secrets.findByName(scope, name);
      const stored = await (current
        ? this.secrets.replace(scope, current._id, this.sealed(scope, caller, current._id, value))
        : this.add(scope, caller, name, value));
      if (!stored) continue;
      this.audit(current ? 'replaced' : 'added', caller, name);
      return stored;
    }
    throw AppError.conflict('CONFLICT', 'Others change this secret at the same time; try again');
  }

  /** @throws AppError NOT_FOUND */
  async remove(scope: CompanyScope, caller: Principal, name: string): Promise<void> {
    await this.secrets.removeByName(scope, name);
    this.audit('deleted', caller, name);
  }

  private async add(
    scope: CompanyScope,
    caller: Principal,
    name: string,
    value: string,
  ): Promise<CompanySecret | null> {
    // One at a time, so that two new names do not exceed the limit.
    return this.locks.withLock(`secrets:${scope.id}`, async () => {
      if ((await this.secrets.countAll(scope)) >= MAX_SECRETS) {
        throw AppError.conflict('TOO_MANY_SECRETS', `A company has at most ${MAX_SECRETS} secrets; delete one first`);
      }
      const _id = new Types.ObjectId();
      return this.secrets.insert(scope, { _id, name, ...this.sealed(scope, caller, _id, value) });
    });
  }

  private sealed(
    { companyId: company_id }: CompanyScope,
    { userId }: Principal,
    _id: Types.ObjectId,
    value: string,
  ): Pick<CompanySecret, 'value' | 'changed_at' | 'changed_by'> {
    const sealedValue = this.box.seal(value, valuePlace({ _id, company_id }));
    return { value: sealedValue, changed_at: new Date(), changed_by: toObjectId(userId) };
  }

  private audit(action: 'added' | 'replaced' | 'deleted', { userId, companyId }: Principal, name: string): void {
    this.logger.log({ message: `secret ${action}`, userId, companyId, name });
  }
}
