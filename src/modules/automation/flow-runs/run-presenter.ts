import { Injectable } from '@nestjs/common';
import { mayUse, type Principal } from '../../../core/auth-guards/index.js';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import type { RunContactDto, RunDto, RunSummaryDto } from './dto/run.dto.js';
import { toRunSummary, toRunView } from './run.view.js';
import type { FlowRun } from './schemas/flow-run.schema.js';

/** Shows runs to a caller, without what the caller may not read. */
@Injectable()
export class RunPresenter {
  constructor(private readonly contacts: ContactsService) {}

  async summaries(scope: CompanyScope, reader: Principal, runs: readonly FlowRun[]): Promise<RunSummaryDto[]> {
    const contacts = await this.contactsOf(scope, reader, runs);
    return runs.map((run) => ({ ...toRunSummary(run), contact: contacts.get(run.contact_id.toHexString()) ?? null }));
  }

  async one(scope: CompanyScope, reader: Principal, run: FlowRun): Promise<RunDto> {
    const contacts = await this.contactsOf(scope, reader, [run]);
    const view = toRunView(run, mayUse(reader, 'conversations:read'));
    return { ...view, log: [...view.log], effects: [...view.effects], contact: contacts.get(view.contact_id) ?? null };
  }

  private async contactsOf(
    scope: CompanyScope,
    reader: Principal,
    runs: readonly FlowRun[],
  ): Promise<ReadonlyMap<string, RunContactDto>> {
    if (!mayUse(reader, 'contacts:read')) return new Map();
    const found = await this.contacts.labelsOf(scope, distinctIds(runs.map(({ contact_id }) => contact_id)));
    return new Map(found.map(({ _id, full_name }) => [_id.toHexString(), { _id: _id.toHexString(), full_name }]));
  }
}
