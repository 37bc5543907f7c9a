import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, type IdLike, TenantRepository, toObjectId } from '../../../core/tenancy/index.js';
import { type ConnectionState, MetaConnection } from './schemas/meta-connection.schema.js';

/** Longer than the slowest step, which is one call of Meta. */
const RUN_LEASE_MS = 60_000;
const OPEN_STATES: ConnectionState[] = ['started', 'working', 'choosing', 'connecting'];

type Fields = Partial<MetaConnection>;

@Injectable()
export class MetaConnectionsRepository extends TenantRepository<MetaConnection> {
  constructor(@InjectModel(MetaConnection.name) model: Model<MetaConnection>) {
    super(model, 'Connection');
  }

  async findByState(state_hash: string): Promise<MetaConnection | undefined> {
    const [found] = await this.findAcrossCompanies('finish a log-in at Meta', { state_hash }, { limit: 1 });
    return found;
  }

  /** Starts a run. @returns null if another run is alive, the state differs, or the connection has expired */
  begin(
    scope: CompanyScope,
    id: IdLike,
    from: ConnectionState,
    fields: Fields & Pick<MetaConnection, 'state'>,
  ): Promise<MetaConnection | null> {
    const now = new Date();
    const isFree = { $or: [{ busy_until: { $exists: false } }, { busy_until: { $lt: now } }] };
    const filter = { _id: toObjectId(id), state: from, expires_at: { $gt: now }, ...isFree };
    return this.updateOne(scope, filter, { $set: { ...fields, run_id: randomUUID(), busy_until: leaseFrom(now) } });
  }

  /** Writes the progress of a run and keeps it alive. @returns null if another run took over */
  save(
    scope: CompanyScope,
    { _id, run_id }: MetaConnection,
    fields: Fields,
    removed: Partial<Record<'secrets', 1>> = {},
  ): Promise<MetaConnection | null> {
    const update = { $set: { ...fields, busy_until: leaseFrom(new Date()) }, $unset: removed };
    return this.updateOne(scope, { _id, run_id }, update);
  }

  /** Ends a run in this state. @returns null if another run took over */
  end(
    scope: CompanyScope,
    { _id, run_id }: MetaConnection,
    fields: Fields & Pick<MetaConnection, 'state'>,
  ): Promise<MetaConnection | null> {
    const $unset = { run_id: 1, busy_until: 1, ...(OPEN_STATES.includes(fields.state) ? {} : { secrets: 1 }) } as const;
    return this.updateOne(scope, { _id, run_id }, { $set: fields, $unset });
  }

  /** Ends a log-in that was cancelled in the dialog. @returns null if it has ended already */
  cancel(scope: CompanyScope, _id: Types.ObjectId, fields: Fields): Promise<MetaConnection | null> {
    const filter = { _id, state: 'started' as const, expires_at: { $gt: new Date() } };
    return this.updateOne(scope, filter, { $set: { ...fields, state: 'cancelled' } });
  }

  /** @returns null if it was opened before */
  open(scope: CompanyScope, _id: Types.ObjectId): Promise<MetaConnection | null> {
    return this.updateOne(scope, { _id, opened_at: { $exists: false } }, { $set: { opened_at: new Date() } });
  }

  /** Replaces the steps of a finished connection. @returns null if it has changed meanwhile */
  replaceSteps(
    scope: CompanyScope,
    { _id, updated_at }: MetaConnection,
    steps: Fields['steps'],
  ): Promise<MetaConnection | null> {
    return this.updateOne(scope, { _id, updated_at }, { $set: { steps } });
  }

  /** Deletes the tokens of log-ins that nobody finished in time. */
  async expire(now: Date): Promise<void> {
    const filter = { expires_at: { $lte: now }, state: { $in: OPEN_STATES } };
    const update = { $set: { state: 'expired' as const }, $unset: { secrets: 1, run_id: 1, busy_until: 1 } } as const;
    await this.collection.updateAcrossCompanies('sweep expired', filter, update);
  }

  deleteBefore(created: Date): Promise<number> {
    return this.collection.deleteAcrossCompanies('sweep expired', { created_at: { $lt: created } });
  }
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + RUN_LEASE_MS);
}
