import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { LockLease } from '../../../../core/locks/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ConversationsRepository } from '../../../inbox/conversations/index.js';
import type { Place } from '../../flow-runs/index.js';
import { AssistantThreadsRepository } from '../assistant-threads.repository.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';
import type { AssistantThread } from '../schemas/assistant-thread.schema.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';
import { TurnSender } from '../speaking/turn-sender.service.js';
import { TurnBeginner } from './turn-beginner.service.js';
import { TurnDriver } from './turn-driver.service.js';
import { TurnEnds } from './turn-ends.service.js';

/** More rounds mean that a conversation is due again and again. */
const MAX_ROUNDS = 20;

/** Works on a conversation under its lock: finishes the open turn, or begins the next one. */
@Injectable()
export class ThreadWork {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly threads: AssistantThreadsRepository,
    private readonly turns: AssistantTurnsRepository,
    private readonly beginner: TurnBeginner,
    private readonly driver: TurnDriver,
    private readonly sender: TurnSender,
    private readonly ends: TurnEnds,
  ) {}

  /**
   * @param now later than the clock in tests
   * @returns when the conversation is due again; undefined if nothing is left to do
   */
  async do(
    scope: CompanyScope,
    lease: LockLease,
    id: Types.ObjectId,
    signal: AbortSignal,
    now = new Date(),
  ): Promise<Date | undefined> {
    for (let round = 0; round < MAX_ROUNDS && !signal.aborted && !lease.signal.aborted; round++) {
      const [conversation, thread] = await Promise.all([
        this.conversations.read(scope, id),
        this.threads.read(scope, id),
      ]);
      if (!thread?.due_at) return undefined;
      if (!conversation) return this.forget(scope, id);
      if (thread.due_at > new Date(Math.max(now.getTime(), Date.now()))) return thread.due_at;
      await this.next({ scope, lease, conversation }, thread);
    }
    return undefined;
  }

  private async next(place: Place, thread: AssistantThread): Promise<void> {
    const { scope, lease } = place;
    if (!thread.turn_id) return this.beginner.begin(place, thread);
    const turn = await this.turns.read(scope, thread.turn_id);
    // The process died between the thread and the turn, or the turn is deleted.
    if (!turn) return this.threads.forgetTurn(scope, thread._id, thread.turn_id);
    turn.fence = lease.fence;
    if (turn.ended_at) return this.ends.finish(place, turn);
    return this.goOn(place, thread, turn);
  }

  private async goOn(place: Place, thread: AssistantThread, turn: AssistantTurn): Promise<void> {
    if (turn.state === 'typing') return this.sender.send(place, thread, turn);
    return this.driver.run(place, thread, turn);
  }

  /** The contact was deleted. */
  private async forget(scope: CompanyScope, id: Types.ObjectId): Promise<undefined> {
    await this.threads.remove(scope, id);
    return undefined;
  }
}
