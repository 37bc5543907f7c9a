import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { isDuplicateKey } from '../errors/index.js';
import { GroupCommit, type ItemOutcome } from '../database/group-commit.js';
import { CompanyScope } from '../tenancy/index.js';
import { RealtimeEventsRepository, type SequencedEvent } from './realtime-events.repository.js';

/** An event that waits for its number. */
export interface UnsequencedEvent {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

const MAX_COMPANIES_IN_MEMORY = 10_000;
const MAX_BATCH = 200;

interface CompanySequence {
  commits: GroupCommit<UnsequencedEvent, SequencedEvent>;
  /** The last number known to be taken; undefined until it was read. */
  last?: number;
}

/**
 * Gives every event of a company the next number by a unique index: whoever loses the race for a number reads on and
 * takes the next. A number exists only when all before it do, so "everything after N" never misses one.
 */
@Injectable()
export class EventSequencer {
  private readonly sequences = new LRUCache<string, CompanySequence>({ max: MAX_COMPANIES_IN_MEMORY });

  constructor(private readonly events: RealtimeEventsRepository) {}

  /** Resolves, in order of the calls, when the event is stored. */
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
    const stored: SequencedEvent[] = [];
    while (stored.length < batch.length) {
      sequence.last ??= await this.events.latestSeq(scope);
      const first = sequence.last + 1;
      const numbered = batch.slice(stored.length).map((event, index) => ({ ...event, seq: first + index }));
      const count = await this.insert(scope, numbered);
      stored.push(...numbered.slice(0, count));
      sequence.last = count === numbered.length ? first + count - 1 : undefined;
    }
    return stored.map((result) => ({ ok: true, result }));
  }

  /** @returns how many were stored before another process's number stood in the way */
  private async insert(scope: CompanyScope, numbered: SequencedEvent[]): Promise<number> {
    try {
      await this.events.append(scope, numbered);
      return numbered.length;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return (error as { insertedCount?: number }).insertedCount ?? 0;
    }
  }
}
