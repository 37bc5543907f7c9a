import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { RealtimeEventsRepository } from '../../../../core/realtime/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CustomerAnswers } from '../../../inbox/messages/index.js';
import { LiveFlows } from '../../flows/index.js';
import { UnclaimedMessages } from '../engine/unclaimed-messages.js';
import { FlowCursorsRepository } from '../flow-cursors.repository.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import type { FlowCursor } from '../schemas/flow-cursor.schema.js';

const MAX_COMPANIES = 10_000;
/** How long a process may not see that another one has begun or ended a cursor. */
const KNOWN_MS = 10_000;
/** An older message is not handled any more; until then also a late "stop" counts. */
export const MAX_MESSAGE_AGE_MS = 30 * 86_400_000;
/** Messages shortly before the first flow went live are answered, too. */
const GRACE_MS = 2_000;

/** Decides for which companies the event log is read. */
@Injectable()
export class FlowInterests {
  private readonly known = new LRUCache<string, Date>({ max: MAX_COMPANIES, ttl: KNOWN_MS });

  constructor(
    private readonly cursors: FlowCursorsRepository,
    private readonly log: RealtimeEventsRepository,
    private readonly flows: LiveFlows,
    private readonly runs: FlowRunsRepository,
    private readonly unclaimed: UnclaimedMessages,
    private readonly answers: CustomerAnswers,
  ) {}

  /** Messages after this time are handled; undefined if there is no cursor. Creates a missing cursor. */
  async sinceOf(scope: CompanyScope): Promise<Date | undefined> {
    const known = this.known.get(scope.id);
    if (known) return recent(known);
    const cursor = (await this.cursors.current(scope)) ?? (await this.beginIfNeeded(scope));
    if (cursor) this.known.set(scope.id, cursor.since);
    return cursor && recent(cursor.since);
  }

  /** Ends the cursor of a company that needs none and has no active run. @returns whether it did */
  async endIfIdle(scope: CompanyScope, cursor: FlowCursor): Promise<boolean> {
    if ((await this.needsCursor(scope)) || (await this.runs.hasActive(scope))) return false;
    await this.cursors.end(scope, cursor);
    this.known.delete(scope.id);
    return true;
  }

  /** A live flow needs one; so do an assistant that answers what flows leave, and a question that a customer may answer. */
  private async needsCursor(scope: CompanyScope): Promise<boolean> {
    if ((await this.flows.liveOf(scope)).length > 0 || (await this.unclaimed.isWanted(scope))) return true;
    return this.answers.isExpecting(scope);
  }

  private async beginIfNeeded(scope: CompanyScope): Promise<FlowCursor | undefined> {
    if (!(await this.needsCursor(scope))) return undefined;
    const since = new Date(Date.now() - GRACE_MS);
    // An event that is read twice is handled once.
    const seq = (await this.log.seqBefore(scope, since)) ?? (await this.log.latestSeq(scope));
    return this.cursors.begin(scope, seq, since);
  }
}

function recent(since: Date): Date {
  return new Date(Math.max(since.getTime(), Date.now() - MAX_MESSAGE_AGE_MS));
}
