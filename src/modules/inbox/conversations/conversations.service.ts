import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import { EventBus } from '../../../core/events/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { assertVersion, atVersion, type CompanyScope, toObjectId, versionOf } from '../../../core/tenancy/index.js';
import { type Contact, contactSearchWords, type Identity, type Platform } from '../../customers/contacts/index.js';
import { TeamsService } from '../../accounts/teams/index.js';
import { AccountsRepository } from '../../accounts/users/index.js';
import { ConversationReaderService } from './conversation-reader.service.js';
import { type ConversationRow, summarizeContact } from './conversation.view.js';
import { claimCondition, NEXT_REVISION, toUpdate } from './conversation-update.js';
import { ConversationsRepository } from './conversations.repository.js';
import type { UpdateConversationDto } from './dto/conversation.dto.js';
import { ReadMarksRepository } from './read-marks.repository.js';
import type { Conversation, LastReferral } from './schemas/conversation.schema.js';

@Injectable()
export class ConversationsService {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly marks: ReadMarksRepository,
    private readonly reader: ConversationReaderService,
    private readonly accounts: AccountsRepository,
    private readonly teams: TeamsService,
    private readonly realtime: RealtimeService,
    private readonly bus: EventBus,
  ) {}

  /** The one conversation of an identity, created on first use, also by concurrent callers. */
  async ensure(scope: CompanyScope, identity: Identity, contact: Contact): Promise<Conversation> {
    const known = await this.conversations.read(scope, identity._id);
    if (known) return this.inStep(scope, known, identity);
    const now = new Date();
    const conversation = await this.conversations.insertIfMissing(scope, newConversation(identity, contact, now));
    crashPoint('conversation.inserted');
    this.bus.emit('conversation.opened', {
      companyId: scope.id,
      conversationId: conversation._id.toHexString(),
      contactId: contact._id.toHexString(),
    });
    return conversation;
  }

  /** Updates the customer's id, and the channel if it was connected later. */
  private async inStep(scope: CompanyScope, known: Conversation, identity: Identity): Promise<Conversation> {
    const channel_id = known.channel_id ?? identity.channel_id;
    const recipient_id = identity.external_id;
    if (channel_id === known.channel_id && recipient_id === known.recipient_id) return known;
    return (await this.conversations.change(scope, known._id, {}, { $set: { channel_id, recipient_id } })) ?? known;
  }

  /** Stores the referral unless a newer one is stored. */
  async noteReferral(scope: CompanyScope, id: Types.ObjectId, referral: LastReferral): Promise<Conversation> {
    const isNewer = { $or: [{ last_referral: null }, { 'last_referral.at': { $lt: referral.at } }] };
    const changed = await this.conversations.change(scope, id, isNewer, { $set: { last_referral: referral } });
    return changed ?? this.conversations.getById(scope, id);
  }

  find(scope: CompanyScope, id: Types.ObjectId): Promise<Conversation> {
    return this.conversations.getById(scope, id);
  }

  findOfContact(scope: CompanyScope, contactId: Types.ObjectId, platform: Platform): Promise<Conversation | null> {
    return this.conversations.ofContact(scope, contactId, platform);
  }

  /**
   * A change by a person. Assigning to oneself is a claim: one of two concurrent claims wins.
   * @throws AppError NOT_FOUND | VERSION_MISMATCH | ALREADY_ASSIGNED | VALIDATION_ERROR
   */
  async update(
    scope: CompanyScope,
    actor: Principal,
    id: Types.ObjectId,
    patch: UpdateConversationDto,
    version?: number,
  ): Promise<ConversationRow> {
    if (patch.assignee_id) await this.accounts.getColleague(scope, patch.assignee_id);
    if (patch.team_id) await this.teams.get(scope, patch.team_id);
    const condition = { ...claimCondition(patch), ...atVersion(version) };
    const changed = await this.conversations.change(scope, id, condition, toUpdate(patch, actor.userId));
    if (!changed) {
      const current = await this.conversations.getById(scope, id);
      assertVersion('Conversation', current, version);
      throw alreadyAssigned(current);
    }
    if (patch.team_id) await this.assertTeamStays(scope, changed, toObjectId(patch.team_id));
    await this.announce(scope, changed);
    if (patch.assignee_id) this.reportAssignment(scope, actor, changed);
    return this.reader.row(scope, actor, changed);
  }

  /**
   * Assigns to a user who is active, without taking the conversation from bots. An assignment by a person stays.
   * @throws AppError NOT_FOUND | ALREADY_ASSIGNED
   */
  async assignByAutomation(scope: CompanyScope, id: Types.ObjectId, assignee_id: Types.ObjectId): Promise<void> {
    const set = { assignee_id, updated_at: '$$NOW', revision: NEXT_REVISION };
    const changed = await this.conversations.change(scope, id, { assignee_id: null }, [{ $set: set }]);
    if (changed) {
      await this.publish(scope, changed);
      return this.reportAssignment(scope, null, changed);
    }
    const current = await this.conversations.getById(scope, id);
    if (!current.assignee_id?.equals(assignee_id)) throw alreadyAssigned(current);
  }

  private reportAssignment(scope: CompanyScope, actor: Principal | null, changed: Conversation): void {
    const actorId = actor?.userId ?? null;
    const assigneeId = changed.assignee_id?.toHexString();
    if (assigneeId === undefined || assigneeId === actorId) return;
    const [conversationId, version] = [changed._id.toHexString(), versionOf(changed)];
    this.bus.emit('conversation.assigned', { companyId: scope.id, conversationId, assigneeId, actorId, version });
  }

  /** A team that was deleted after the first check may have been removed from conversations before this change. */
  private async assertTeamStays(scope: CompanyScope, { _id }: Conversation, teamId: Types.ObjectId): Promise<void> {
    if (await this.teams.exists(scope, teamId)) return;
    await this.conversations.removeTeam(scope, teamId);
    await this.publishRemovals(scope, teamId);
    await this.announce(scope, await this.conversations.getById(scope, _id));
    throw AppError.notFound('Team');
  }

  /** Moves the reader's mark forward. */
  async markRead(
    scope: CompanyScope,
    reader: Pick<Principal, 'userId'>,
    id: Types.ObjectId,
    mark: { up_to_seq: number; inbound_count: number },
  ): Promise<boolean> {
    const user_id = toObjectId(reader.userId);
    const moved = await this.marks.advance(scope, { user_id, conversation_id: id, ...mark });
    // Also if the mark did not move: a process may have died between the two writes.
    await this.conversations.noteRead(scope, id, { user_id, inbound_count: mark.inbound_count });
    if (moved) await this.publishRead(scope, id, reader.userId, mark.up_to_seq);
    return moved;
  }

  /**
   * Makes the newest customer message unread for the reader. Does nothing if it is, or if no customer has written.
   * @throws AppError NOT_FOUND
   */
  async markUnread(scope: CompanyScope, reader: Pick<Principal, 'userId'>, id: Types.ObjectId): Promise<void> {
    const { inbound_count, last_inbound_seq } = await this.conversations.getById(scope, id);
    if (inbound_count === 0) return;
    const user_id = toObjectId(reader.userId);
    const mark = { up_to_seq: last_inbound_seq - 1, inbound_count: inbound_count - 1 };
    const moved = await this.marks.rewind(scope, { user_id, conversation_id: id, ...mark });
    // Also if the mark did not move: a process may have died between the two writes.
    await this.conversations.noteUnread(scope, id, user_id);
    if (moved) await this.publishRead(scope, id, reader.userId, mark.up_to_seq);
  }

  private async publishRead(scope: CompanyScope, id: Types.ObjectId, userId: string, upToSeq: number): Promise<void> {
    await this.realtime.publish(scope, 'message:read', { conversationId: id.toHexString(), upToSeq, userId });
  }

  /** @returns false if the event could not be logged */
  publish(scope: CompanyScope, conversation: Conversation): Promise<boolean> {
    return this.realtime.publish(scope, 'conversation:updated', { conversation: this.reader.view(conversation) });
  }

  /**
   * Publishes the conversations that have lost a deleted user or team. A repeated call continues after a crash.
   * @throws Error if an event could not be logged
   */
  async publishRemovals(scope: CompanyScope, removedId: Types.ObjectId): Promise<void> {
    for (;;) {
      const conversation = await this.conversations.nextUnpublishedRemoval(scope, removedId);
      if (!conversation) return;
      const isLogged = await this.publish(scope, conversation);
      if (!isLogged) throw new Error('The event of a changed conversation could not be logged; repeat the job');
      await this.conversations.clearUnpublishedRemoval(scope, conversation._id, removedId);
    }
  }

  /**
   * Nobody has to answer what the customer wrote up to `seq`; a later message keeps the conversation waiting.
   * @param since only what the customer wrote from then on is answered, also if staff have the conversation; an earlier
   * message keeps it waiting
   */
  async noteAnswered(scope: CompanyScope, id: Types.ObjectId, seq: number, since?: Date): Promise<void> {
    const ofBots = { waiting_since: { $ne: null }, 'owner.kind': { $ne: 'human' } };
    const isAnswered = { last_inbound_seq: { $lte: seq }, ...(since ? { waiting_since: { $gte: since } } : ofBots) };
    const set = { waiting_since: null, updated_at: new Date() };
    const changed = await this.conversations.change(scope, id, isAnswered, { $set: set });
    if (changed) await this.publish(scope, changed);
  }

  /** Reports a change by a person to bots and sockets. */
  async announce(scope: CompanyScope, changed: Conversation): Promise<void> {
    const { _id, owner, status } = changed;
    const conversationId = _id.toHexString();
    if (owner.kind === 'human') {
      this.bus.emit('conversation.taken_by_human', { companyId: scope.id, conversationId, epoch: owner.epoch });
    }
    if (status === 'resolved') this.bus.emit('conversation.resolved', { companyId: scope.id, conversationId });
    await this.publish(scope, changed);
  }
}

const alreadyAssigned = ({ assignee_id }: Conversation): AppError =>
  AppError.conflict('ALREADY_ASSIGNED', 'A colleague took this conversation first', { assignee_id });

function newConversation(identity: Identity, contact: Contact, now: Date): Omit<Conversation, 'company_id'> {
  return {
    _id: identity._id,
    created_at: now,
    updated_at: now,
    contact_id: contact._id,
    channel_id: identity.channel_id,
    platform: identity.platform,
    recipient_id: identity.external_id,
    contact: summarizeContact(contact),
    pets: [],
    status: 'open',
    snoozed_until: null,
    assignee_id: null,
    team_id: null,
    owner: { kind: 'none', id: null, epoch: 0, since: now },
    automation: 'on',
    labels: [],
    priority: 'normal',
    last_message: null,
    last_seq: 0,
    last_inbound_seq: 0,
    last_reply_seq: 0,
    inbound_count: 0,
    read_by: [],
    last_inbound_at: null,
    last_activity_at: now,
    waiting_since: null,
    reply_window: identity.reply_window,
    episode: 1,
    last_referral: null,
    next_appointment: null,
    merge_marks: [],
    search: contactSearchWords(contact),
  };
}
