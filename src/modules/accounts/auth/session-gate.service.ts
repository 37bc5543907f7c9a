import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Types } from 'mongoose';
import type { SessionGate } from '../../../core/auth-guards/index.js';
import { EventBus } from '../../../core/events/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { acceptsSession, AccountsRepository } from '../users/index.js';
import { SessionsRepository } from './sessions.repository.js';

/** Another process may accept an ended session for this long. */
const MAX_STALENESS_MS = 5_000;
const MAX_SESSIONS = 50_000;

interface Verdict {
  readonly live: boolean;
  readonly userId: string;
}

/**
 * Answers from memory and forgets sessions that this process ends. The answer follows from the session and the
 * user's state and epoch, so it is right even if the process that ended the session died before it told the others.
 */
@Injectable()
export class CachedSessionGate implements SessionGate, OnModuleInit {
  private readonly verdicts = new LRUCache<string, Verdict>({ max: MAX_SESSIONS, ttl: MAX_STALENESS_MS });
  private readonly reads = new Map<string, Promise<Verdict>>();
  /** A read that began before an ending may have seen the old state and is not kept. */
  private endings = 0;

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly accounts: AccountsRepository,
    private readonly events: EventBus,
  ) {}

  onModuleInit(): void {
    this.events.on('sessions.ended', ({ sessionIds }) => {
      this.forget(sessionIds);
    });
    this.events.on('users.access_revoked', ({ userId }) => {
      const id = userId.toHexString();
      const theirs = [...this.verdicts.entries()].filter(([, verdict]) => verdict.userId === id);
      this.forget(theirs.map(([sessionId]) => sessionId));
    });
  }

  async isLive(sessionId: string): Promise<boolean> {
    const known = this.verdicts.get(sessionId);
    return (known ?? (await this.readOnce(sessionId))).live;
  }

  async isLiveNow(sessionId: string): Promise<boolean> {
    return (await this.read(sessionId)).live;
  }

  /** Parallel requests of a session share one read. */
  private readOnce(sessionId: string): Promise<Verdict> {
    const running = this.reads.get(sessionId);
    if (running) return running;
    const read = this.read(sessionId).finally(() => {
      if (this.reads.get(sessionId) === read) this.reads.delete(sessionId);
    });
    this.reads.set(sessionId, read);
    return read;
  }

  private async read(sessionId: string): Promise<Verdict> {
    const endingsBefore = this.endings;
    const session = Types.ObjectId.isValid(sessionId)
      ? await this.sessions.findById(new Types.ObjectId(sessionId))
      : null;
    if (!session) return { live: false, userId: '' };
    const user = await this.accounts.findById(CompanyScope.of(session.company_id), session.user_id);
    const isOpen = session.ended_at === null && session.expires_at > new Date();
    const verdict = {
      live: isOpen && user !== null && acceptsSession(user, session),
      userId: session.user_id.toHexString(),
    };
    if (this.endings === endingsBefore) this.verdicts.set(sessionId, verdict);
    return verdict;
  }

  private forget(sessionIds: readonly string[]): void {
    this.endings += 1;
    // Later callers must not join a read that began before the ending.
    this.reads.clear();
    for (const sessionId of sessionIds) this.verdicts.delete(sessionId);
  }
}
