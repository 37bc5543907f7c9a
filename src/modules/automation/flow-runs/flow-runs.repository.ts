import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import {
  type CompanyScope,
  distinctIds,
  type Page,
  type PageRequest,
  TenantRepository,
} from '../../../core/tenancy/index.js';
import { ContactDocuments } from '../../customers/contacts/index.js';
import type { RunStatus } from '../flow-core/index.js';
import { withoutTexts } from './run-texts.js';
import { FlowRun } from './schemas/flow-run.schema.js';

const NEWEST_FIRST = { field: '_id', direction: -1 } as const;
/** A run whose process may have died is due after this time; longer than the lease of a dead process lasts. */
export const RECOVERY_MS = 20_000;

const PURGE_BATCH = 500;

/** The fields that steps change. */
type Progress = Pick<
  FlowRun,
  | 'active'
  | 'state'
  | 'log'
  | 'effects'
  | 'answers'
  | 'handled_seq'
  | 'owner_epoch'
  | 'chain'
  | 'appointment_id'
  | 'due_at'
  | 'ended_at'
>;

export interface RunFilter {
  readonly flow_id?: Types.ObjectId;
  readonly conversation_id?: Types.ObjectId;
  readonly status?: RunStatus;
}

@Injectable()
export class FlowRunsRepository extends TenantRepository<FlowRun> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(FlowRun.name) model: Model<FlowRun>) {
    super(model, 'Flow run');
  }

  /** The active run of the conversation, else the last one. */
  async latestOf(scope: CompanyScope, conversationId: Types.ObjectId): Promise<FlowRun | null> {
    const options = { sort: { _id: -1 as const }, limit: 1 };
    // Ids contain the clock of their machine, so the active run may have a smaller one.
    const [active, [last]] = await Promise.all([
      this.activeOf(scope, conversationId),
      this.collection.find(scope, { conversation_id: conversationId }, options),
    ]);
    return active ?? last ?? null;
  }

  /** What decides whether its messages may still be sent. */
  standingOf(scope: CompanyScope, id: Types.ObjectId): Promise<Pick<FlowRun, 'active' | 'flow_id' | 'state'> | null> {
    const projection = { active: 1, flow_id: 1, 'state.stop_reason': 1 };
    return this.collection.findOne(scope, { _id: id }, { projection });
  }

  activeOf(scope: CompanyScope, conversationId: Types.ObjectId): Promise<FlowRun | null> {
    return this.collection.findOne(scope, { conversation_id: conversationId, active: true });
  }

  /** @returns false if the event has started the flow before, or another run is active in the conversation */
  async insert(scope: CompanyScope, run: FlowRun): Promise<boolean> {
    try {
      await this.collection.insertOne(scope, run);
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }

  /** @throws Error if a later holder of the lock has written the run, or if it has ended, for instance with its contact */
  async save(scope: CompanyScope, run: FlowRun): Promise<void> {
    const { _id, fence, active, due_at, ...fields } = run.forgets && !run.active ? withoutTexts(run) : run;
    const { state, log, effects, answers, handled_seq, owner_epoch, chain, appointment_id, ended_at } = fields;
    const booked = appointment_id && { appointment_id };
    const set: Partial<Progress> = {
      state,
      log,
      effects,
      answers,
      handled_seq,
      owner_epoch,
      chain,
      ...booked,
      ended_at,
    };
    const gone = { ...(active ? {} : GONE.active), ...(due_at ? {} : GONE.due_at) };
    const isWritten = await this.collection.updateOne(
      scope,
      { _id, active: true, fence: { $lte: fence } },
      {
        $set: { ...set, fence, updated_at: new Date(), ...(due_at && { due_at }) },
        ...(Object.keys(gone).length > 0 && { $unset: gone }),
      },
    );
    if (!isWritten) throw new Error(`the flow run ${_id.toHexString()} has ended or belongs to another process`);
  }

  list(scope: CompanyScope, filter: RunFilter, request: PageRequest): Promise<Page<FlowRun>> {
    const { status, ...ids } = filter;
    return this.page(scope, { ...ids, ...(status ? { 'state.status': status } : {}) }, NEWEST_FIRST, request);
  }

  /** Whether the event has started one of the flows. */
  async isStarted(scope: CompanyScope, flowIds: readonly Types.ObjectId[], key: string): Promise<boolean> {
    const filter = { flow_id: { $in: [...flowIds] }, 'trigger.key': key };
    return (await this.collection.findOne(scope, filter, { projection: { _id: 1 } })) !== null;
  }

  /** Whether the trigger has started a run for the contact since then. */
  async hasStartedSince(
    scope: CompanyScope,
    contactId: Types.ObjectId,
    trigger: { readonly flow_id: Types.ObjectId; readonly node_id: string },
    since: Date,
  ): Promise<boolean> {
    const filter = {
      contact_id: contactId,
      updated_at: { $gte: since },
      flow_id: trigger.flow_id,
      'trigger.node_id': trigger.node_id,
      started_at: { $gte: since },
    };
    return (await this.collection.findOne(scope, filter, { projection: { _id: 1 } })) !== null;
  }

  /** Whether a run of the contact has ended at the limit of messages since then. */
  async hasReachedLimitSince(scope: CompanyScope, contactId: Types.ObjectId, since: Date): Promise<boolean> {
    const ofLimit = { 'state.stop_reason': 'too_many_messages_today' as const, ended_at: { $gte: since } };
    const filter = { contact_id: contactId, updated_at: { $gte: since }, ...ofLimit };
    return (await this.collection.findOne(scope, filter, { projection: { _id: 1 } })) !== null;
  }

  /** How many messages flows have sent to the contact since then. */
  async countSentSince(scope: CompanyScope, contactId: Types.ObjectId, since: Date): Promise<number> {
    const filter = { contact_id: contactId, updated_at: { $gte: since } };
    const runs = await this.collection.find(scope, filter, { projection: { 'effects.kind': 1, 'effects.at': 1 } });
    return runs.flatMap(({ effects }) => effects).filter(({ kind, at }) => kind === 'send' && at >= since).length;
  }

  async hasActive(scope: CompanyScope): Promise<boolean> {
    return (await this.collection.findOne(scope, { active: true }, { projection: { _id: 1 } })) !== null;
  }

  activeOfFlow(scope: CompanyScope, flowId: Types.ObjectId): Promise<FlowRun[]> {
    return this.collection.find(scope, { flow_id: flowId, active: true });
  }

  /** Those of the conversations that have an active run. */
  async withActiveRun(scope: CompanyScope, conversationIds: readonly Types.ObjectId[]): Promise<Types.ObjectId[]> {
    const filter = { conversation_id: { $in: [...conversationIds] }, active: true as const };
    const runs = await this.collection.find(scope, filter, { projection: { conversation_id: 1 } });
    return runs.map(({ conversation_id }) => conversation_id);
  }

  /** Deletes up to a batch of runs that ended before. @returns how many were deleted */
  async purge(before: Date): Promise<number> {
    const options = { sort: { ended_at: 1 as const }, limit: PURGE_BATCH, projection: { _id: 1 } };
    const old = await this.collection.findAcrossCompanies(
      'sweep expired',
      { ended_at: { $lt: before, $type: 'date' } },
      options,
    );
    if (old.length === 0) return 0;
    const ids = { _id: { $in: old.map(({ _id }) => _id) } };
    return this.collection.deleteAcrossCompanies('sweep expired', ids);
  }

  /** Of any company except these, the first due first. */
  due(
    now: Date,
    except: readonly Types.ObjectId[],
    limit: number,
  ): Promise<Pick<FlowRun, 'company_id' | 'conversation_id'>[]> {
    const others = except.length > 0 ? { company_id: { $nin: [...except] } } : {};
    const options = { sort: { due_at: 1 as const }, limit, projection: { company_id: 1, conversation_id: 1 } };
    return this.collection.findAcrossCompanies('run flows', { due_at: { $lte: now }, ...others }, options);
  }

  /** Sets the next time for a conversation whose work failed. */
  async postpone(scope: CompanyScope, conversationId: Types.ObjectId, until: Date): Promise<void> {
    const filter = { conversation_id: conversationId, active: true as const, due_at: { $lt: until } };
    await this.collection.updateOne(scope, filter, { $set: { due_at: until } });
  }

  /** The runs that know the message: it started them or was an answer, or such a run started them. */
  async knowing(scope: CompanyScope, conversationId: Types.ObjectId, messageId: Types.ObjectId): Promise<FlowRun[]> {
    const isTaken = [{ 'answers.message_id': messageId }, { 'trigger.key': `message:${messageId.toHexString()}` }];
    const found: FlowRun[] = [];
    let next = await this.collection.find(scope, { conversation_id: conversationId, $or: isTaken });
    while (next.length > 0) {
      found.push(...next);
      const keys = next.map(({ _id }) => `^start_flow:${_id.toHexString()}:`).join('|');
      next = await this.collection.find(scope, { conversation_id: conversationId, 'trigger.key': { $regex: keys } });
    }
    return found;
  }

  /** Stores what is left of the texts of a run. Call it under the lock of the conversation. */
  async keepTexts(scope: CompanyScope, { _id, state, log, effects, forgets }: FlowRun, fence: number): Promise<void> {
    const $set = { state, log, effects, fence, updated_at: new Date(), ...(forgets && { forgets }) };
    await this.collection.updateOne(scope, { _id, fence: { $lte: fence } }, { $set });
  }

  /** The conversations in which the contact has runs, each once. */
  async conversationsOf(scope: CompanyScope, contactId: Types.ObjectId): Promise<Types.ObjectId[]> {
    const runs = await this.collection.find(scope, { contact_id: contactId }, { projection: { conversation_id: 1 } });
    return distinctIds(runs.map(({ conversation_id }) => conversation_id));
  }

  /** Ends the runs of a deleted contact and removes what they know of the customer. */
  forgetContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    return this.forget(scope, { contact_id: contactId });
  }

  /** Like {@link forgetContact}, for runs that began while their contact was being deleted. */
  forgetConversation(scope: CompanyScope, conversationId: Types.ObjectId): Promise<void> {
    return this.forget(scope, { conversation_id: conversationId });
  }

  private async forget(
    scope: CompanyScope,
    runs: { readonly contact_id: Types.ObjectId } | { readonly conversation_id: Types.ObjectId },
  ): Promise<void> {
    const ended = { $cond: [{ $eq: ['$active', true] }, STOPPED_STATE, '$state'] };
    const state = { $mergeObjects: [ended, { vars: { $literal: {} }, wait: null }] };
    const log = { $map: { input: '$log', in: { $mergeObjects: ['$$this', { note: null }] } } };
    await this.collection.updateMany(scope, runs, [
      { $set: { state, log, effects: [], ended_at: { $ifNull: ['$ended_at', '$$NOW'] }, updated_at: '$$NOW' } },
      { $unset: ['active', 'due_at'] },
    ]);
  }
}

const GONE = { active: { active: true }, due_at: { due_at: true } } as const;
const STOPPED_STATE = { $mergeObjects: ['$state', { status: 'stopped', stop_reason: 'contact_deleted' }] };
