import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Types } from 'mongoose';
import { JobHandler, Jobs } from '../../../core/jobs/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { CompanyScope, type Page, type PageRequest, toObjectId } from '../../../core/tenancy/index.js';
import { type CreateLabelDto, toLabelDto, type UpdateLabelDto } from './dto/label.dto.js';
import { ApplyLabelChange, SweepLabelChanges } from './labels.jobs.js';
import { LabelsRepository } from './labels.repository.js';
import type { Label } from './schemas/label.schema.js';

const SWEEP_INTERVAL_MS = 300_000;
const SWEEP_BATCH = 200;

/** The labels of a company. Conversations follow a new name, and a deletion, by a job. */
@Injectable()
export class LabelsService implements OnApplicationBootstrap {
  constructor(
    private readonly labels: LabelsRepository,
    private readonly jobs: Jobs,
    private readonly realtime: RealtimeService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(SweepLabelChanges, SWEEP_INTERVAL_MS);
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<Label>> {
    return this.labels.list(scope, request);
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<Label> {
    return this.labels.getById(scope, id);
  }

  /** Those of the ids that are labels of the company, in no order. */
  getMany(scope: CompanyScope, ids: readonly string[]): Promise<Label[]> {
    return this.labels.findMany(
      scope,
      ids.map((id) => toObjectId(id)),
    );
  }

  /** @throws AppError LABEL_EXISTS */
  async create(scope: CompanyScope, { name, color }: CreateLabelDto): Promise<Label> {
    const label = await this.labels.create(scope, { name, color, name_key: keyOf(name) });
    await this.publish(scope, label, null);
    return label;
  }

  /** @throws AppError NOT_FOUND | VERSION_MISMATCH | LABEL_EXISTS */
  async update(scope: CompanyScope, id: Types.ObjectId, input: UpdateLabelDto, version?: number): Promise<Label> {
    let formerName: string | null = null;
    const label = await this.labels.change(
      scope,
      id,
      (current) => {
        const { name = current.name, color = current.color } = input;
        formerName = name === current.name ? null : current.name;
        if (formerName === null) return { color };
        const former_names = [...current.former_names, formerName];
        return { name, name_key: keyOf(name), color, former_names, pending_since: new Date() };
      },
      version,
    );
    await this.publish(scope, label, formerName);
    return label;
  }

  /** @throws AppError NOT_FOUND */
  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    const now = new Date();
    // The name is free again at once.
    const gone = { deleted_at: now, pending_since: now, name_key: `deleted ${id.toHexString()}` };
    const label = await this.labels.change(scope, id, () => gone);
    await this.publish(scope, label, label.name);
  }

  /** The change that conversations have to follow; null if they have. */
  findPending(scope: CompanyScope, id: string): Promise<Label | null> {
    return this.labels.findPending(scope, id);
  }

  settle(scope: CompanyScope, label: Label): Promise<void> {
    return this.labels.settle(scope, label);
  }

  @JobHandler(SweepLabelChanges)
  async sweep(): Promise<void> {
    const before = new Date(Date.now() - SWEEP_INTERVAL_MS);
    for (const { _id, company_id } of await this.labels.pendingBefore(before, SWEEP_BATCH)) {
      await this.apply(CompanyScope.of(company_id), _id);
    }
  }

  private async publish(scope: CompanyScope, label: Label, formerName: string | null): Promise<void> {
    if (label.pending_since) await this.apply(scope, label._id);
    const deleted = label.deleted_at !== null;
    await this.realtime.publish(scope, 'label:changed', { label: toLabelDto(label), formerName, deleted });
  }

  private async apply(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.jobs.enqueue(ApplyLabelChange, { companyId: scope.id, labelId: id.toHexString() });
  }
}

function keyOf(name: string): string {
  return name.toLowerCase();
}
