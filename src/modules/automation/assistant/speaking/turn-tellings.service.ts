import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ConversationTellers, type NoticedChange, type Telling } from '../../../booking/customer-notices/index.js';
import { type Message, MessagesRepository } from '../../../inbox/message-log/index.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';

/** An older turn has nothing to do with a new notice. */
const LOOK_BACK_MS = 3_600_000;
const ARRIVED: readonly Message['status'][] = ['sent', 'delivered', 'read'];

/** Says whether the assistant itself tells a customer what it has booked, moved or cancelled. */
@Injectable()
export class TurnTellings implements OnModuleInit {
  constructor(
    private readonly tellers: ConversationTellers,
    private readonly turns: AssistantTurnsRepository,
    private readonly messages: MessagesRepository,
  ) {}

  onModuleInit(): void {
    this.tellers.register((scope, change) => this.tellingOf(scope, change));
  }

  private async tellingOf(scope: CompanyScope, change: NoticedChange): Promise<Telling | null> {
    const since = new Date(Date.now() - LOOK_BACK_MS);
    const turns = await this.turns.writingSince(scope, change.contact_id, since);
    const known = turns.find((turn) => hasMade(turn, change));
    if (known?.ended_at) return this.arrivalOf(scope, known);
    // A tool that is called now stores its change when it returns.
    return turns.some(({ ended_at }) => ended_at === null) ? { state: 'waiting' } : null;
  }

  private async arrivalOf(scope: CompanyScope, turn: AssistantTurn): Promise<Telling | null> {
    const last = turn.message_ids.at(-1);
    if (turn.state !== 'sent' || !last) return null;
    const sent = await this.messages.findMany(scope, turn.message_ids);
    if (sent.some(({ status }) => status === 'queued')) return { state: 'waiting' };
    const hasArrived = sent.length > 0 && sent.every(({ status }) => ARRIVED.includes(status));
    return hasArrived ? { state: 'told', conversation_id: turn.conversation_id, message_id: last } : null;
  }
}

function hasMade({ changes = [] }: AssistantTurn, { appointment_id, starts_at, status }: NoticedChange): boolean {
  return changes.some(
    (change) =>
      change.appointment_id.equals(appointment_id) &&
      change.status === status &&
      change.starts_at.getTime() === starts_at.getTime(),
  );
}
