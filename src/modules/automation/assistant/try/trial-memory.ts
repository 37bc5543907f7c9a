import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type DialogueState, newDialogue } from '../../assistant-core/index.js';
import { type ConversationAliases, NO_ALIASES, type StoredOffer } from '../../assistant-facts/index.js';

const MAX_TRIALS = 1_000;
const KEPT_MS = 60 * 60_000;

/** What the assistant remembers between two messages of a trial. */
export interface TrialState {
  readonly dialogue: DialogueState;
  readonly aliases: ConversationAliases;
  readonly offers: readonly StoredOffer[];
}

const NEW: TrialState = { dialogue: newDialogue(), aliases: NO_ALIASES, offers: [] };

/**
 * The dialogues of trials in this process, by all that was said before. A trial that another process has begun goes on without its open
 * question, with the earlier messages as plain text.
 */
@Injectable()
export class TrialMemory {
  private readonly states = new LRUCache<string, TrialState>({ max: MAX_TRIALS, ttl: KEPT_MS });

  /** @param trial what names the trial: company, person, contact @param said the messages so far */
  recall(trial: readonly string[], said: readonly unknown[]): TrialState {
    return this.states.get(keyOf(trial, said)) ?? NEW;
  }

  keep(trial: readonly string[], said: readonly unknown[], state: TrialState): void {
    this.states.set(keyOf(trial, said), state);
  }
}

function keyOf(trial: readonly string[], said: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([trial, said]))
    .digest('base64');
}
