import { Injectable, Logger } from '@nestjs/common';
import { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import { AllowedHosts, assertCallable, UnsafeUrlError } from '../../../core/outbound/index.js';
import { SecretBox } from '../../../core/security/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import type { PutModelDto } from './dto/model-settings.dto.js';
import { ModelSettingsRepository } from './model-settings.repository.js';
import { apiKeyPlace, type ModelSettings } from './schemas/model-settings.schema.js';

/** More rounds happen only if others store and delete the settings all the time. */
const MAX_ROUNDS = 5;

/** The own language models of companies. */
@Injectable()
export class ModelSettingsService {
  private readonly logger = new Logger('Audit');
  private readonly allowed: AllowedHosts;

  constructor(
    private readonly settings: ModelSettingsRepository,
    private readonly box: SecretBox,
    config: AppConfig,
  ) {
    this.allowed = new AllowedHosts(config.outboundAllowedHosts);
  }

  of(scope: CompanyScope): Promise<ModelSettings | null> {
    return this.settings.of(scope);
  }

  /** @throws SecretBoxError if no configured encryption key opens it */
  keyOf(settings: ModelSettings): string {
    return this.box.open(settings.api_key, apiKeyPlace(settings));
  }

  /** Without `api_key`, the stored key stays, but only for the same host. @throws AppError URL_NOT_ALLOWED | KEY_MISSING */
  async put(scope: CompanyScope, caller: Principal, input: PutModelDto): Promise<ModelSettings> {
    await this.assertAllowed(input.base_url);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const current = await this.settings.of(scope);
      const stored = await this.store(scope, caller, input, current);
      if (!stored) continue;
      this.logger.log({ message: 'language model changed', company: scope.id, user: caller.userId });
      return stored;
    }
    throw AppError.conflict('CONFLICT', 'Somebody else changed these settings; try again');
  }

  async remove(scope: CompanyScope, caller: Principal): Promise<void> {
    await this.settings.removeOf(scope);
    this.logger.log({ message: 'language model removed', company: scope.id, user: caller.userId });
  }

  private store(
    scope: CompanyScope,
    { userId }: Principal,
    { api_key, ...input }: PutModelDto,
    current: ModelSettings | null,
  ): Promise<ModelSettings | null> {
    const fields = { ...input, embedding_model: input.embedding_model ?? null, changed_by: toObjectId(userId) };
    const _id = current?._id ?? new Types.ObjectId();
    if (api_key !== undefined) {
      const sealed = this.box.seal(api_key, apiKeyPlace({ _id, company_id: scope.companyId }));
      const withKey = { ...fields, api_key: sealed };
      return current
        ? this.settings.replace(scope, current, withKey)
        : this.settings.insert(scope, { _id, ...withKey });
    }
    // Else somebody could send the key of the company to an own server.
    if (!current || new URL(current.base_url).host !== new URL(input.base_url).host)
      throw new AppError('KEY_MISSING', 422, 'Enter the key for this address');
    return this.settings.replace(scope, current, fields);
  }

  private async assertAllowed(address: string): Promise<void> {
    try {
      await assertCallable(address, this.allowed);
    } catch (error) {
      if (!(error instanceof UnsafeUrlError)) throw error;
      throw new AppError(
        'URL_NOT_ALLOWED',
        422,
        'The address must be https on the public internet, without a password',
      );
    }
  }
}
