import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { AddedTagsRepository } from '../../../customers/contacts/index.js';
import { LiveFlows } from '../../flows/index.js';
import { FlowInterests } from './flow-interests.service.js';
import { ThreadEvents } from './thread-events.service.js';

const SWEEP_INTERVAL_MS = 5_000;
const SWEEP_BATCH = 200;

/** Turns tags that contacts got into events of flows. A tag stays noted at its contact until its event is stored. */
@Injectable()
export class TagEvents {
  private readonly logger = new Logger(TagEvents.name);

  constructor(
    private readonly tags: AddedTagsRepository,
    private readonly interests: FlowInterests,
    private readonly flows: LiveFlows,
    private readonly threads: ThreadEvents,
  ) {}

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(): Promise<void> {
    for (const { company_id, _id } of await this.tags.waiting(SWEEP_BATCH)) {
      try {
        await this.store(CompanyScope.of(company_id), _id);
      } catch (error) {
        this.logger.error(`could not read the new tags of contact ${_id.toHexString()}`, error);
      }
    }
  }

  /** May be repeated: each added tag has an id. */
  async store(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    const contact = await this.tags.of(scope, contactId);
    if (!contact) return;
    const since = await this.sinceOf(scope);
    for (const { id, tag, at, run_id } of contact.added_tags ?? []) {
      if (!since || at < since) continue;
      const key = `tag:${id.toHexString()}`;
      const event = { key, kind: 'tag_added' as const, tag, ...(run_id && { run_id }) };
      await this.threads.add(scope, contact.merged_into ?? contact._id, event, since);
    }
    crashPoint('flow.event_added');
    await this.tags.forget(scope, contact);
  }

  /** Undefined for a company without a flow that waits for tags. */
  private async sinceOf(scope: CompanyScope): Promise<Date | undefined> {
    const live = await this.flows.liveOf(scope);
    const isWanted = live.some(({ triggers }) => triggers.some(({ data }) => data.kind === 'tag_added'));
    return isWanted ? this.interests.sinceOf(scope) : undefined;
  }
}
