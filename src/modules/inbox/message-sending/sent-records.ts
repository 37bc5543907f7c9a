import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type Outbox, withChange } from '../message-log/index.js';
import { heldBy } from './outbox-state.js';

/** A message that the provider has accepted, and the fields to store. */
export interface SentRecord {
  readonly scope: CompanyScope;
  readonly _id: Types.ObjectId;
  readonly outbox: Outbox & { fence: number };
  readonly updated_at: Date;
  /** Id of the change of status, stored until it is announced. */
  readonly change: Types.ObjectId;
  readonly external_id?: string;
  readonly external_ids?: (string | null)[];
}

const RECORD = 'sent_record';

/** Messages that no later holder of the lock has changed. */
export function stillQueued(records: readonly SentRecord[]): Record<string, unknown> {
  return {
    $or: records.map(({ _id, outbox }) => ({ _id, ...heldBy(outbox.fence) })),
    status: 'queued',
    'outbox.due_at': { $exists: true },
    external_ids: { $exists: false },
  };
}

export function sentPipeline(records: readonly SentRecord[]): Record<string, unknown>[] {
  const ids = records.map(({ _id }) => _id);
  const values = records.map(({ scope: _scope, _id, ...value }) => value);
  const own = { $arrayElemAt: [{ $literal: values }, { $indexOfArray: [{ $literal: ids }, '$_id'] }] };
  const recorded = (field: string): string => `$${RECORD}.${field}`;
  const sent = {
    status: 'sent',
    error: null,
    updated_at: recorded('updated_at'),
    external_id: recorded('external_id'),
    external_ids: recorded('external_ids'),
    outbox: recorded('outbox'),
    unannounced_changes: withChange(recorded('change')),
  };
  return [{ $set: { [RECORD]: own } }, { $set: sent }, { $unset: RECORD }];
}
