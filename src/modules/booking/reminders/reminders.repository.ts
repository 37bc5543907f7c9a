import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { exceptDuplicates } from '../../../core/errors/index.js';
import {
  type CompanyScope,
  type KeysetOrder,
  type Page,
  type PageRequest,
  TenantRepository,
} from '../../../core/tenancy/index.js';
import { ContactDocuments } from '../../customers/contacts/index.js';
import type { ReminderKind } from './schemas/reminder-rule.schema.js';
import { Reminder, type ReminderAttempt, type ReminderState } from './schemas/reminder.schema.js';

const NEWEST_FIRST: KeysetOrder = { field: '_id', direction: -1 };
const ROWS_A_READ = 5_000;
const OPEN_OR_SENT: ReminderState[] = ['claimed', 'sent'];
const OPEN: readonly ReminderState[] = ['claimed'];
/** A dead process may have left a mail as `unknown` that another one is just sending. */
const UNSETTLED: readonly ReminderState[] = ['claimed', 'unknown'];

/** Something to tell a customer, before it is stored. */
export type Occasion = Pick<
  Reminder,
  'rule_id' | 'kind' | 'occasion' | 'contact_id' | 'appointment_id' | 'pet_ids' | 'starts_at' | 'until'
>;

export interface ReminderFilters {
  state?: ReminderState;
  rule_id?: Types.ObjectId;
  contact_id?: Types.ObjectId;
  appointment_id?: Types.ObjectId;
}

@Injectable()
export class RemindersRepository extends TenantRepository<Reminder> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(Reminder.name) model: Model<Reminder>) {
    super(model, 'Reminder');
  }

  /** The newest first. */
  list(scope: CompanyScope, filters: ReminderFilters, request: PageRequest): Promise<Page<Reminder>> {
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    return this.page(scope, given, NEWEST_FIRST, request);
  }

  /** Stored reminders of a rule about these occasions. */
  known(scope: CompanyScope, rule_id: Types.ObjectId, occasions: readonly string[]): Promise<Reminder[]> {
    const projection = { occasion: 1, contact_id: 1 };
    return this.collection.find(scope, { rule_id, occasion: { $in: [...occasions] } }, { projection });
  }

  /** Contacts that got a message of this kind since then, as hex. */
  async toldSince(
    scope: CompanyScope,
    kind: ReminderKind,
    contactIds: readonly Types.ObjectId[],
    since: Date,
  ): Promise<Set<string>> {
    const filter = {
      contact_id: { $in: [...contactIds] },
      _id: { $gte: Types.ObjectId.createFromTime(Math.floor(since.getTime() / 1_000)) },
      kind,
      state: { $in: ['sent', 'unknown'] as ReminderState[] },
    };
    const told = await this.collection.find(scope, filter, { projection: { contact_id: 1 } });
    return new Set(told.map(({ contact_id }) => contact_id.toHexString()));
  }

  /** Stores those that nobody has stored before. */
  async claim(scope: CompanyScope, occasions: readonly Occasion[], now: Date): Promise<void> {
    if (occasions.length === 0) return;
    const rows = occasions.map((occasion): Reminder => ({
      ...occasion,
      ...{ _id: new Types.ObjectId(), company_id: scope.companyId, created_at: now, updated_at: now },
      ...{ first_contact: occasion.contact_id.toHexString(), state: 'claimed', reason: null, closed_ways: [] },
      ...{ attempt: null, failures: 0, message_id: null, settled_at: null, due_at: now },
      ...{ answer: null, answered_at: null, told_fee: null, answer_message_id: null, merge_marks: [] },
    }));
    await exceptDuplicates(this.collection.insertMany(rows));
  }

  /** Companies with reminders that are due, those that wait the longest first. */
  async dueCompanies(now: Date, limit: number): Promise<Types.ObjectId[]> {
    const options = { sort: { due_at: 1 as const }, limit: ROWS_A_READ, projection: { company_id: 1 } };
    const companies = new Map<string, Types.ObjectId>();
    // Rows of one company must not hide the others.
    for (let isFull = true; isFull && companies.size < limit;) {
      const filter = { due_at: { $lte: now }, company_id: { $nin: [...companies.values()] } };
      const due = await this.collection.findAcrossCompanies('send reminders', filter, options);
      for (const { company_id } of due) companies.set(company_id.toHexString(), company_id);
      isFull = due.length === ROWS_A_READ;
    }
    return [...companies.values()].slice(0, limit);
  }

  due(scope: CompanyScope, now: Date, limit: number): Promise<Reminder[]> {
    return this.collection.find(scope, { due_at: { $lte: now } }, { sort: { due_at: 1 }, limit });
  }

  /** @returns null unless the reminder is open and nobody took another way meanwhile */
  take(scope: CompanyScope, { _id, attempt }: Reminder, next: Omit<ReminderAttempt, 'at'>): Promise<Reminder | null> {
    const now = new Date();
    const unchanged = attempt ? { 'attempt.at': attempt.at } : { attempt: null };
    const filter = { _id, state: { $in: [...OPEN] }, ...unchanged };
    return this.collection.findOneAndUpdate(scope, filter, {
      $set: { attempt: { ...next, at: now }, updated_at: now },
    });
  }

  async settle(
    scope: CompanyScope,
    { _id }: Pick<Reminder, '_id'>,
    fields: Pick<Reminder, 'state'> & Partial<Pick<Reminder, 'reason' | 'closed_ways' | 'message_id'>>,
  ): Promise<void> {
    const now = new Date();
    const from = fields.state === 'sent' ? UNSETTLED : OPEN;
    const update = { $set: { ...fields, settled_at: now, updated_at: now }, $unset: { due_at: true as const } };
    await this.collection.updateOne(scope, { _id, state: { $in: [...from] } }, update);
  }

  /** Tries it again later. A way that failed is open again. */
  async postpone(
    scope: CompanyScope,
    { _id }: Pick<Reminder, '_id'>,
    fields: { due_at: Date } & Partial<Pick<Reminder, 'attempt' | 'failures'>>,
  ): Promise<void> {
    const filter = { _id, state: { $in: [...OPEN] } };
    await this.collection.updateOne(scope, filter, { $set: { ...fields, updated_at: new Date() } });
  }

  /** A reminder of a visit that was, or is being, posted in the conversation. */
  postedIn(scope: CompanyScope, conversationId: Types.ObjectId, id: string): Promise<Reminder | null> {
    const place = { _id: new Types.ObjectId(id), 'attempt.conversation_id': conversationId };
    return this.collection.findOne(scope, { ...place, kind: 'reminder' as const });
  }

  /** The reminder that the message has answered. */
  answeredBy(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    answer_message_id: Types.ObjectId,
  ): Promise<Reminder | null> {
    return this.collection.findOne(scope, { 'attempt.conversation_id': conversationId, answer_message_id });
  }

  /** The reminder by whose answer the appointment was cancelled. */
  cancelledBy(scope: CompanyScope, appointment_id: Types.ObjectId): Promise<Reminder | null> {
    return this.collection.findOne(scope, { appointment_id, answer: 'cancelled' as const }, { sort: { _id: -1 } });
  }

  /** Whether a reminder of a visit to come is sent, or about to be. */
  async hasUpcoming(scope: CompanyScope, now: Date): Promise<boolean> {
    const filter = { starts_at: { $gt: now }, kind: 'reminder' as const, state: { $in: OPEN_OR_SENT } };
    return (await this.collection.findOne(scope, filter, { projection: { _id: 1 } })) !== null;
  }

  /** Nothing followed from the answer. */
  async forgetAnswer(scope: CompanyScope, { _id, answer_message_id }: Reminder): Promise<void> {
    const nothing = { answer: null, answered_at: null, told_fee: null, answer_message_id: null };
    await this.collection.updateOne(
      scope,
      { _id, answer_message_id },
      { $set: { ...nothing, updated_at: new Date() } },
    );
  }

  /** @returns null if another message has answered it since it was read */
  answer(
    scope: CompanyScope,
    { _id, answer_message_id }: Reminder,
    message: { readonly _id: Types.ObjectId },
    fields: Pick<Reminder, 'answer' | 'told_fee'>,
  ): Promise<Reminder | null> {
    const now = new Date();
    const update = { $set: { ...fields, answer_message_id: message._id, answered_at: now, updated_at: now } };
    return this.collection.findOneAndUpdate(scope, { _id, answer_message_id }, update);
  }
}
