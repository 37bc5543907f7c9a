import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { SecretBox } from '../../../../core/security/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { type SessionAction, type SessionPlan, WahaClient } from '../client/waha-client.js';
import { WahaRefusal } from '../client/waha-errors.js';
import { WahaConnectionService } from '../connection/waha-connection.service.js';
import { sessionTaken, toAppError } from '../waha.errors.js';
import { WebhookAddress } from '../webhook/webhook-address.js';
import { sessionLock } from './session-watch.js';
import { webhookSecretPlace, type WhatsappSession } from './whatsapp-session.schema.js';
import { WhatsappSessionsRepository } from './whatsapp-sessions.repository.js';

/** Changes sessions on the server of a company. All throw AppError. */
@Injectable()
export class ServerSessions {
  private readonly logger = new Logger(ServerSessions.name);

  constructor(
    private readonly sessions: WhatsappSessionsRepository,
    private readonly locks: KeyedLocks,
    private readonly connections: WahaConnectionService,
    private readonly client: WahaClient,
    private readonly address: WebhookAddress,
    private readonly secrets: SecretBox,
  ) {}

  /** Makes the session, or gives it its settings again, and starts it. @throws AppError SESSION_TAKEN */
  provide(scope: CompanyScope, session: WhatsappSession): Promise<void> {
    return this.quoted(async () => {
      const server = await this.connections.server(scope);
      const plan = this.planOf(session);
      const state = await this.client.session(server, plan.name);
      if (state && state.owner !== plan.owner) throw sessionTaken();
      if (!state) return this.client.create(server, plan);
      if (!state.webhookUrls.includes(plan.webhookUrl)) await this.client.configure(server, plan);
      return this.client.act(server, plan.name, 'start');
    });
  }

  /** A session that the server lost stays lost: its state is shown. @throws AppError SESSION_TAKEN */
  act(scope: CompanyScope, { session_name, session_key }: WhatsappSession, action: SessionAction): Promise<void> {
    return this.quoted(async () => {
      const server = await this.connections.server(scope);
      const state = await this.client.session(server, session_name);
      if (state && state.owner !== session_key) throw sessionTaken();
      await this.client.act(server, session_name, action).catch((error: unknown) => {
        if (!(error instanceof WahaRefusal && error.isNotFound)) throw error;
      });
    });
  }

  /**
   * Removes the session there and here, once: a later session of the same name stays. A server that does not answer
   * keeps its session; its deliveries find nobody here.
   */
  async discard(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.locks.withLock(sessionLock(id), async () => {
      const session = await this.sessions.findById(scope, id);
      if (session) await this.drop(scope, session);
    });
  }

  /** Like `discard`, for callers that hold the lock of the session. */
  async drop(scope: CompanyScope, session: WhatsappSession): Promise<void> {
    await this.removeThere(scope, session).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      this.logger.warn(`session ${session._id.toHexString()} stays on its server: ${error.message}`);
    });
    await this.sessions.remove(scope, session._id);
  }

  private removeThere(scope: CompanyScope, { session_name, session_key }: WhatsappSession): Promise<void> {
    return this.quoted(async () => {
      const server = await this.connections.server(scope);
      const state = await this.client.session(server, session_name);
      if (state?.owner === session_key) await this.client.remove(server, session_name);
    });
  }

  private async quoted(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw toAppError(error);
    }
  }

  private planOf(session: WhatsappSession): SessionPlan {
    const { session_name: name, session_key: owner } = session;
    const webhookSecret = this.secrets.open(session.webhook_secret, webhookSecretPlace(session));
    return { name, owner, webhookUrl: this.address.of(owner), webhookSecret };
  }
}
