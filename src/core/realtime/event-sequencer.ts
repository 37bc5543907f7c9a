import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { isDuplicateKey } from '../errors/index.js';
import { GroupCommit, type ItemOutcome } from '../concurrency/index.js';
import { CompanyScope } from '../tenancy/index.js';
import { RealtimeEventsRepository, type SequencedEvent } from './realtime-events.repository.js';

export interface UnsequencedEvent {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

const MAX_COMPANIES_IN_MEMORY = 10_000;
const MAX_BATCH = 200;

interface CompanySequence {
  commits: GroupCommit<UnsequencedEvent, SequencedEvent>;
  last?: number | undefined;
}

/**
 * Gives every event of a company the next number by a unique index; the loser of a race takes the next one. A number
 * exists only after all before it, so "everything after N" never misses one.
 */
@Injectable()
export class EventSequencer {
  private readonly sequences = new LRUCache<string, CompanySequence>({ max: MAX_COMPANIES_IN_MEMORY });

  constructor(private readonly events: RealtimeEventsRepository) {}

  append(scope: CompanyScope, event: UnsequencedEvent): Promise<SequencedEvent> {
    return this.sequenceOf(scope).commits.add(event);
  }

  private sequenceOf(scope: CompanyScope): CompanySequence {
    const known = this.sequences.get(scope.id);
    if (known) return known;
    const sequence: CompanySequence = {
      commits: new GroupCommit((batch) => this.store(scope, sequence, batch), MAX_BATCH),
    };
    this.sequences.set(scope.id, sequence);
    return sequence;
  }

  private async store(
    scope: CompanyScope,
    sequence: CompanySequence,
    batch: readonly UnsequencedEvent[],
  ): Promise<ItemOutcome<SequencedEvent>[]> {
    const outcomes: ItemOutcome<SequencedEvent>[] = [];
    try {
      while (outcomes.length < batch.length) {
        sequence.last ??= await this.events.latestSeq(scope);
        const first = sequence.last + 1;
        const numbered = batch.slice(outcomes.length).map((event, index) => ({ ...event, seq: first + index }));
        const { count, error } = await this.insert(scope, numbered);
        outcomes.push(...numbered.slice(0, count).map((result) => ({ ok: true as const, result })));
        sequence.last = count === numbered.length ? first + count - 1 : undefined;
        if (error) throw error;
      }
      return outcomes;
    } catch (error) {
      // A stored event is published after an error too, else clients would see a gap that stays.
      delete sequence.last;
      return batch.map((_, index) => outcomes[index] ?? { ok: false, error });
    }
  }

  /** @returns how many were stored, and the error that stopped the rest unless another process took the number */
  private async insert(scope: CompanyScope, numbered: SequencedEvent[]): Promise<{ count: number; error?: Error }> {
    try {
      await this.events.append(scope, numbered);
      return { count: numbered.length };
    } catch (error) {
      const count = (error as { insertedCount?: number }).insertedCount ?? 0;
      return isDuplicateKey(error) ? { count } : { count, error: error as Error };
    }
  }
}
