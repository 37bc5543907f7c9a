import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Types } from 'mongoose';
import { SingleFlight } from '../../../../core/concurrency/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../../core/jobs/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { WahaClient } from '../client/waha-client.js';
import { isWahaError } from '../client/waha-errors.js';
import { WahaConnectionService } from '../connection/waha-connection.service.js';
import { MISSING, SCAN_QR_CODE } from '../waha.constants.js';
import { codeOf } from '../waha.errors.js';
import { SessionChannel } from './session-channel.js';
import { nextWatch, qrFields, sessionLock, UNREACHABLE_MS } from './session-watch.js';
import { WhatsappSessionsGateway } from './sessions.gateway.js';
import type { WhatsappSession } from './whatsapp-session.schema.js';
import { WhatsappSessionsRepository } from './whatsapp-sessions.repository.js';

/** Asks the server for one session. */
const WatchSession = defineJob<{ companyId: string; sessionId: string }>('waha.watch-session');
/** Enqueues {@link WatchSession} for each session that is due. */
const SweepSessions = defineJob('waha.sweep-sessions');

const SWEEP_INTERVAL_MS = 15_000;
const SWEEP_BATCH = 200;

/**
 * Keeps our copy of the sessions true. The server is asked for its state, because an event may be old, repeated or
 * lost. One process at a time looks at a session.
 */
@Injectable()
export class SessionWatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SessionWatcher.name);
  private readonly looks = new Set<Promise<unknown>>();
  /** Many events in a row need two looks at most. */
  private readonly flights = new SingleFlight<WhatsappSession | null>();

  constructor(
    private readonly sessions: WhatsappSessionsRepository,
    private readonly connections: WahaConnectionService,
    private readonly client: WahaClient,
    private readonly channel: SessionChannel,
    private readonly gateway: WhatsappSessionsGateway,
    private readonly locks: KeyedLocks,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(SweepSessions, SWEEP_INTERVAL_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.looks);
  }

  /** Looks at the session right after. If this process ends before, the next sweep does. */
  async request({ company_id, _id }: Pick<WhatsappSession, 'company_id' | '_id'>): Promise<void> {
    const scope = CompanyScope.of(company_id);
    await this.sessions.change(scope, _id, { watch_at: new Date() });
    const look = this.flights
      .run(_id.toHexString(), Date.now(), () => this.look(scope, _id))
      .catch((error: unknown) => this.logger.warn(`session ${_id.toHexString()} is looked at later: ${String(error)}`))
      .finally(() => this.looks.delete(look));
    this.looks.add(look);
  }

  @JobHandler(SweepSessions)
  async sweep(): Promise<void> {
    for (const { _id, company_id } of await this.sessions.findDue(new Date(), SWEEP_BATCH)) {
      const payload = { companyId: company_id.toHexString(), sessionId: _id.toHexString() };
      await this.jobs.enqueue(WatchSession, payload, { key: payload.sessionId });
    }
  }

  @JobHandler(WatchSession)
  async watch({ companyId, sessionId }: PayloadOf<typeof WatchSession>): Promise<void> {
    await this.look(CompanyScope.of(companyId), toObjectId(sessionId));
  }

  /**
   * Asks the server now, stores what it says, and tells the screens and the channel.
   * @returns null if the session was removed
   */
  look(scope: CompanyScope, id: Types.ObjectId): Promise<WhatsappSession | null> {
    return this.locks.withLock(sessionLock(id), async () => {
      const before = await this.sessions.findById(scope, id);
      if (!before) return null;
      const after = await this.sessions.change(scope, id, await this.ask(scope, before));
      if (!after) return null;
      if (isNews(before, after)) await this.gateway.announce(scope, after);
      await this.channel.follow(scope, before, after).catch((error: unknown) => {
        // The next look compares again.
        if (!(error instanceof AppError)) throw error;
        this.logger.warn(`the channel of session ${id.toHexString()} was not tested: ${error.message}`);
      });
      return after;
    });
  }

  private async ask(scope: CompanyScope, before: WhatsappSession): Promise<Partial<WhatsappSession>> {
    const now = new Date();
    try {
      const server = await this.connections.server(scope);
      const state = await this.client.session(server, before.session_name);
      // A session of somebody else is not ours to show.
      const own = state?.owner === before.session_key ? state : null;
      const status = own?.status ?? MISSING;
      const code = status === SCAN_QR_CODE ? await this.client.qr(server, before.session_name) : null;
      const status_at = status === before.status ? before.status_at : now;
      const phone = own?.phone ?? before.phone;
      const looked = { checked_at: now, last_error: null, watch_at: nextWatch(status, status_at, now) };
      return { status, status_at, phone, ...qrFields(before, status, code, now), ...looked };
    } catch (error) {
      if (!isWahaError(error) && !(error instanceof AppError)) throw error;
      const { message } = error;
      const code = error instanceof AppError ? error.code : codeOf(error);
      const watch_at = new Date(now.getTime() + UNREACHABLE_MS);
      return { last_error: { code, message, at: now }, checked_at: now, watch_at };
    }
  }
}

function isNews(before: WhatsappSession, after: WhatsappSession): boolean {
  const isSame = before.status === after.status && before.qr_code === after.qr_code && before.phone === after.phone;
  return !isSame || before.last_error?.code !== after.last_error?.code;
}
