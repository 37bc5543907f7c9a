import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { type CompanyScope, type Page, type PageRequest, toObjectId } from '../../../../core/tenancy/index.js';
import { CatalogChanges } from '../../calendar/index.js';
import { ServicesService } from '../services/services.service.js';
import { CreateQuotaDto, UpdateQuotaDto } from './dto/quota.dto.js';
import type { Quota } from './quota.schema.js';
import { QuotasRepository } from './quotas.repository.js';

/** Fields that decide which pets count, and where. */
const COUNTING_FIELDS = [
  'per',
  'cell',
  'kind',
  'species',
  'size',
  'service_ids',
] as const satisfies readonly (keyof Quota)[];

@Injectable()
export class QuotasService {
  constructor(
    private readonly quotas: QuotasRepository,
    private readonly services: ServicesService,
    private readonly changes: CatalogChanges,
  ) {}

  list(scope: CompanyScope, page: PageRequest): Promise<Page<Quota>> {
    return this.quotas.list(scope, page);
  }

  get(scope: CompanyScope, id: Types.ObjectId): Promise<Quota> {
    return this.quotas.getById(scope, id);
  }

  /** @throws AppError NOT_FOUND for a service | LIMIT_REACHED */
  async create(scope: CompanyScope, { service_ids = [], ...fields }: CreateQuotaDto): Promise<Quota> {
    const counted = { service_ids: await this.existingServiceIds(scope, service_ids), lane_id: new Types.ObjectId() };
    const quota = await this.quotas.add(scope, { ...fields, ...counted });
    await this.changes.publishChange(scope);
    return quota;
  }

  /** Lowering `max` cancels nothing. @throws AppError NOT_FOUND | VERSION_MISMATCH */
  async update(
    scope: CompanyScope,
    id: Types.ObjectId,
    { service_ids, ...fields }: UpdateQuotaDto,
    version?: number,
  ): Promise<Quota> {
    const services = service_ids ? { service_ids: await this.existingServiceIds(scope, service_ids) } : {};
    const change = { ...fields, ...services };
    const quota = await this.quotas.change(
      scope,
      id,
      (current) => {
        const countsDifferently = COUNTING_FIELDS.some(
          (field) => field in change && !isSame(current[field], change[field]),
        );
        return { ...change, ...(countsDifferently ? { lane_id: new Types.ObjectId() } : {}) };
      },
      version,
    );
    await this.changes.publishChange(scope);
    return quota;
  }

  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.quotas.deleteById(scope, id);
    await this.changes.publishChange(scope);
  }

  private async existingServiceIds(scope: CompanyScope, ids: readonly string[]): Promise<Types.ObjectId[]> {
    const services = ids.map((id) => toObjectId(id, 'service_ids'));
    await this.services.assertAll(scope, services);
    return services;
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
