import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { GroupCommit, type ItemOutcome } from '../../../core/concurrency/index.js';
import { CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { Message } from './schemas/message.schema.js';

const MAX_BATCH = 500;
/** No caller waits for it; after a crash meanwhile the change is announced twice. */
const LINGER_MS = 100;
const MS_PER_SECOND = 1_000;

/** Changes of one message that were announced. */
interface AnnouncedChanges {
  scope: CompanyScope;
  messageId: Types.ObjectId;
  changes: readonly Types.ObjectId[];
}

/** Changes of status or content that sockets may not know of. */
@Injectable()
export class StatusChangesRepository extends TenantRepository<Message> {
  private readonly removals = new GroupCommit<AnnouncedChanges>(
    (batch) => this.removeBatch(batch),
    MAX_BATCH,
    LINGER_MS,
  );

  constructor(@InjectModel(Message.name) model: Model<Message>) {
    super(model, 'Message');
  }

  /** @returns the message as it stands, or null when it is gone */
  add(scope: CompanyScope, messageId: Types.ObjectId, change: Types.ObjectId): Promise<Message | null> {
    return this.collection.findOneAndUpdate(scope, { _id: messageId }, { $push: { unannounced_changes: change } });
  }

  /** Concurrent removals share an update. */
  remove(scope: CompanyScope, messageId: Types.ObjectId, changes: readonly Types.ObjectId[]): Promise<void> {
    return this.removals.add({ scope, messageId, changes });
  }

  /** Messages of all companies with a change that was made before this time. */
  madeBefore(time: Date, limit: number): Promise<Message[]> {
    const before = Types.ObjectId.createFromTime(Math.floor(time.getTime() / MS_PER_SECOND));
    const filter = { unannounced_changes: { $lt: before } };
    return this.collection.findAcrossCompanies('publish unpublished messages', filter, { limit });
  }

  private async removeBatch(batch: readonly AnnouncedChanges[]): Promise<ItemOutcome<void>[]> {
    const companies = Map.groupBy(batch, ({ scope }) => scope.id);
    const remove = async ([companyId, group]: [string, AnnouncedChanges[]]): Promise<void> => {
      const changes = group.flatMap((one) => one.changes);
      const filter = { _id: { $in: group.map(({ messageId }) => messageId) }, unannounced_changes: { $in: changes } };
      await this.collection.updateMany(CompanyScope.of(companyId), filter, without(changes), 'derived');
    };
    await Promise.all([...companies].map(remove));
    return batch.map(() => ({ ok: true, result: undefined }));
  }
}

/** An empty list is removed, so that it takes no place in the index. */
function without(changes: readonly Types.ObjectId[]): Record<string, unknown>[] {
  const isOther = { $not: [{ $in: ['$$this', changes] }] };
  const rest = { $filter: { input: '$unannounced_changes', cond: isOther } };
  const isEmpty = { $eq: ['$unannounced_changes', []] };
  return [
    { $set: { unannounced_changes: rest } },
    { $set: { unannounced_changes: { $cond: [isEmpty, '$$REMOVE', '$unannounced_changes'] } } },
  ];
}
