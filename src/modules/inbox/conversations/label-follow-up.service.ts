import { Injectable } from '@nestjs/common';
import { JobHandler, type PayloadOf } from '../../../core/jobs/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ApplyLabelChange, LabelsService } from '../labels/index.js';
import { ConversationsRepository } from './conversations.repository.js';

/** Conversations carry names of labels, so they follow a label that was renamed or deleted. */
@Injectable()
export class LabelFollowUpService {
  constructor(
    private readonly labels: LabelsService,
    private readonly conversations: ConversationsRepository,
  ) {}

  @JobHandler(ApplyLabelChange)
  async apply({ companyId, labelId }: PayloadOf<typeof ApplyLabelChange>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const label = await this.labels.findPending(scope, labelId);
    if (!label) return;
    const { name, former_names, deleted_at } = label;
    for (const former of former_names.filter((one) => one !== name)) {
      await this.conversations.replaceLabel(scope, former, name);
    }
    if (deleted_at) await this.conversations.replaceLabel(scope, name, null);
    await this.labels.settle(scope, label);
  }
}
