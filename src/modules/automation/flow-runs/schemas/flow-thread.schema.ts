import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Json, RunState, TriggerKind } from '../../flow-core/index.js';

/** Something other than a customer's message that may start a flow here, or that ends one. */
export interface ThreadEvent {
  /** Names the event; one with the same key starts a flow once. */
  readonly key: string;
  /** `send_failed`: a message of a flow could not be sent. */
  readonly kind: TriggerKind | 'start_flow' | 'send_failed';
  /** Until then it waits for the end of an active run. Missing in events of older versions. */
  readonly until?: Date;
  readonly appointment_id?: Types.ObjectId;
  readonly tag?: string;
  /** Of `tag_added`: the run that added the tag. Of `send_failed`: the run that wrote the message; missing if the assistant did. */
  readonly run_id?: Types.ObjectId;
  readonly text?: string;
  /** Of `send_failed`: the number of the message. */
  readonly message_seq?: number;
  /** Of `appointment_due`: the trigger whose time has come. */
  readonly of?: { readonly flow_id: Types.ObjectId; readonly node_id: string };
  /** Of `start_flow`. */
  readonly next?: {
    readonly flow_id: Types.ObjectId;
    readonly vars: Readonly<Record<string, Json>>;
    readonly steps: number;
    /** That the customer has chosen. */
    readonly pet?: RunState['pet'];
    readonly chain: number;
    /** The last customer message that the run before it has taken. */
    readonly handled_seq: number;
  };
}

/** A unit of work that fails. The work behind it waits until it succeeds or is given up. */
export interface FailedWork {
  /** Names the unit of work. */
  readonly key: string;
  /** How often it has failed in a row. */
  readonly attempts: number;
  readonly retry_at: Date;
}

/** The last message of a conversation that flows have handled, and the events that wait. Its `_id` is that of the conversation. */
@Schema({ collection: 'flow_threads' })
export class FlowThread implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** Customer messages up to this number are handled. */
  @Prop({ type: Number, required: true })
  taken_seq!: number;

  /** In the order in which they are handled. */
  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  events!: ThreadEvent[];

  /** Set while something may be left to do. */
  @Prop({ type: Date })
  due_at?: Date;

  /** Counts the reasons to be due, so that one which came meanwhile is not lost. */
  @Prop({ type: Number })
  due_count?: number;

  @Prop({ type: MongooseSchema.Types.Mixed })
  failed_work?: FailedWork;

  /** Messages after `taken_seq` that are handled already, because they could not wait behind failed work. */
  @Prop({ type: [Number], default: undefined })
  early_seqs?: number[];
}

export const FlowThreadSchema = tenantSchema(FlowThread);
FlowThreadSchema.index({ updated_at: 1 });
FlowThreadSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $exists: true } } });
