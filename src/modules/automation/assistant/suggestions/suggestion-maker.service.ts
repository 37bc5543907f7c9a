import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import { type Message, MessageHistoryRepository } from '../../../inbox/message-log/index.js';
import { AssistantSettings } from '../../assistant-setup/index.js';
import type { Place } from '../../flow-runs/index.js';
import { AssistantThreadsRepository } from '../assistant-threads.repository.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';
import { newThread, newTurn } from '../engine/new-turn.js';
import { TurnEnds } from '../engine/turn-ends.service.js';
import { TurnDriver } from '../engine/turn-driver.service.js';

const MESSAGES_BEFORE = 30;

/** Makes a draft because a person asks for one. The thread does not change: its messages stay unanswered. */
@Injectable()
export class SuggestionMaker {
  constructor(
    private readonly history: MessageHistoryRepository,
    private readonly settings: AssistantSettings,
    private readonly threads: AssistantThreadsRepository,
    private readonly turns: AssistantTurnsRepository,
    private readonly driver: TurnDriver,
    private readonly ends: TurnEnds,
  ) {}

  /** @returns null if there is nothing to answer @throws AppError SUGGESTION_FAILED */
  async make(place: Place): Promise<AssistantTurn | null> {
    const { scope, conversation } = place;
    const { messages: past } = await this.history.before(
      scope,
      conversation._id,
      conversation.last_seq + 1,
      MESSAGES_BEFORE,
    );
    const messages = unanswered(past);
    if (messages.length === 0) return null;
    const { prompt_number } = await this.settings.of(scope);
    const thread =
      (await this.threads.read(scope, conversation._id)) ??
      (await this.threads.begin(scope, { ...newThread(conversation), handled_seq: conversation.last_seq }));
    const turn = newTurn(place, thread, {
      mode: 'suggest',
      messages,
      heard_seq: messages.at(-1)?.seq ?? 0,
      prompt_number,
    });
    await this.turns.insert(scope, turn);
    await this.driver.run(place, thread, turn);
    if (turn.state === 'suggested') return turn;
    if (turn.state === 'silent') return null;
    if (!turn.ended_at) await this.ends.giveUp(place, turn);
    throw new AppError('SUGGESTION_FAILED', 503, 'The assistant could not make a draft now; try again in a minute');
  }
}

/** The unanswered messages; if there are none, the customer messages before the last answer. @param past the newest first */
function unanswered(past: readonly Message[]): Message[] {
  const said = past.filter(({ visibility, deleted_at }) => visibility === 'public' && deleted_at === null);
  const from = said.findIndex(({ author }) => author.kind === 'contact');
  if (from < 0) return [];
  const end = said.findIndex(({ author }, place) => place > from && author.kind !== 'contact');
  return said.slice(from, end < 0 ? undefined : end).toReversed();
}
