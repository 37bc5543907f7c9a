import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { Jobs } from '../../../../core/jobs/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { AccountsRepository } from '../../../accounts/users/index.js';
import { ConversationReaderService } from '../conversation-reader.service.js';
import {
  type BulkActionDto,
  type BulkChangeDto,
  MAX_BULK,
  type StartedBulkDto,
  type UndoneBulkDto,
} from './bulk.dto.js';
import { RunBulkChange, UndoBulkChange } from './bulk.jobs.js';
import { BulkChangesRepository } from './bulk.repository.js';

/** Begins changes of many conversations, and takes them back. */
@Injectable()
export class BulkService {
  constructor(
    private readonly changes: BulkChangesRepository,
    private readonly reader: ConversationReaderService,
    private readonly accounts: AccountsRepository,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Takes the conversations that pass the filter now.
   * @throws AppError VALIDATION_ERROR | NOT_FOUND | COUNT_CHANGED | TOO_MANY_CONVERSATIONS
   */
  async start(
    scope: CompanyScope,
    actor: Principal,
    { filter, action, expected_count }: BulkChangeDto,
  ): Promise<StartedBulkDto> {
    assertOneAction(action);
    if (action.assigned_to) await this.accounts.getColleague(scope, action.assigned_to);
    const conversation_ids = await this.reader.ids(scope, actor, filter, MAX_BULK + 1);
    const count = conversation_ids.length;
    if (count > MAX_BULK) {
      const message = `A bulk change takes at most ${MAX_BULK} conversations; narrow the filter`;
      throw new AppError('TOO_MANY_CONVERSATIONS', 422, message, { max: MAX_BULK });
    }
    if (expected_count !== undefined && expected_count !== count) {
      throw AppError.conflict(
        'COUNT_CHANGED',
        'The number of conversations has changed; read the list and repeat the change',
        { count },
      );
    }
    const undo_token = randomUUID();
    const change = await this.changes.create(scope, {
      user_id: toObjectId(actor.userId),
      action: { ...action },
      conversation_ids,
      state: 'running',
      undo_token,
    });
    await this.jobs.enqueue(RunBulkChange, { companyId: scope.id, bulkId: change._id.toHexString() });
    return { job_id: change._id.toHexString(), count, undo_token: action.read === undefined ? undo_token : null };
  }

  /** Asking again changes nothing. @throws AppError NOT_FOUND for a foreign token | UNDO_EXPIRED */
  async undo(scope: CompanyScope, actor: Principal, undo_token: string): Promise<UndoneBulkDto> {
    const change = await this.changes.findByToken(scope, toObjectId(actor.userId), undo_token);
    if (!change || change.action.read !== undefined) throw AppError.notFound('Bulk change');
    const { _id, undo_until } = change;
    if (undo_until && undo_until < new Date()) {
      throw AppError.conflict('UNDO_EXPIRED', 'The time to undo this change is over; change the conversations again');
    }
    const job_id = _id.toHexString();
    // Also enqueues a job for a change that is `undoing`: its process may have died before it did so.
    const isToUndo = await this.changes.move(scope, _id, ['running', 'done', 'undoing'], { state: 'undoing' });
    if (isToUndo) await this.jobs.enqueue(UndoBulkChange, { companyId: scope.id, bulkId: job_id }, { key: job_id });
    return { job_id, count: change.conversation_ids.length };
  }
}

function assertOneAction({ snoozed_until, ...actions }: BulkActionDto): void {
  const given = Object.values(actions).filter((value) => value !== undefined);
  if (given.length !== 1) {
    throw AppError.validation([{ field: 'action', message: 'action must have exactly one change' }]);
  }
  if (snoozed_until !== undefined && actions.status !== 'snoozed') {
    throw AppError.validation([{ field: 'snoozed_until', message: 'snoozed_until goes with status snoozed only' }]);
  }
}
