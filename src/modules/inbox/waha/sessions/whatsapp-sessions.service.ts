import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Types } from 'mongoose';
import { KeyedHasher, SecretBox } from '../../../../core/security/index.js';
import { EventBus } from '../../../../core/events/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { ChannelsService } from '../../channels/index.js';
import type { SessionAction } from '../client/waha-client.js';
import { MISSING, SCAN_QR_CODE, STARTING } from '../waha.constants.js';
import { sessionsLeft, sessionNotFound } from '../waha.errors.js';
import { WAHA, WAHA_KIND } from '../waha-kind.js';
import { ServerSessions } from './server-sessions.js';
import { type SessionQr, toQr, toSessionView, type WhatsappSessionView } from './session-view.js';
import { SessionWatcher } from './session-watcher.service.js';
import { webhookSecretPlace, type WhatsappSession } from './whatsapp-session.schema.js';
import { WhatsappSessionsRepository } from './whatsapp-sessions.repository.js';

const SECRET_BYTES = 32;
/** A code that was read a moment ago is not read again. */
const FRESH_MS = 2_000;
const CHANGING = [STARTING, SCAN_QR_CODE];

/** The numbers of a company on its WAHA server. Each is a channel of its own. */
@Injectable()
export class WhatsappSessionsService implements OnModuleInit {
  constructor(
    private readonly sessions: WhatsappSessionsRepository,
    private readonly servers: ServerSessions,
    private readonly watcher: SessionWatcher,
    private readonly channels: ChannelsService,
    private readonly secrets: SecretBox,
    private readonly hasher: KeyedHasher,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.bus.on('channel.health_changed', async ({ companyId, channel }) => {
      if (channel.state !== 'disconnected') return;
      const scope = CompanyScope.of(companyId);
      const session = await this.sessions.ofChannel(scope, toObjectId(channel._id));
      if (session) await this.servers.discard(scope, session._id);
    });
  }

  async list(scope: CompanyScope): Promise<WhatsappSessionView[]> {
    return (await this.sessions.all(scope)).map(toSessionView);
  }

  async get(scope: CompanyScope, name: string): Promise<WhatsappSessionView> {
    return toSessionView(await this.sessions.getByName(scope, name));
  }

  /**
   * Makes a session and its channel, and starts it. A name that the company had before gets its old channel back.
   * @throws AppError WAHA_NOT_CONNECTED | SESSION_EXISTS | SESSION_TAKEN | WAHA_UNREACHABLE | WAHA_KEY_REFUSED | WAHA_REFUSED
   */
  async add(scope: CompanyScope, name: string): Promise<WhatsappSessionView> {
    const session = await this.store(scope, name);
    try {
      await this.servers.provide(scope, session);
      return toSessionView(await this.withChannel(scope, session));
    } catch (error) {
      await this.sessions.remove(scope, session._id);
      throw error;
    }
  }

  /** @throws AppError NOT_FOUND | SESSION_TAKEN | WAHA_NOT_CONNECTED | WAHA_UNREACHABLE | WAHA_KEY_REFUSED | WAHA_REFUSED */
  async act(scope: CompanyScope, name: string, action: SessionAction): Promise<WhatsappSessionView> {
    const session = await this.sessions.getByName(scope, name);
    // Before the call, because the server may tell of the stop before it answers.
    await this.sessions.change(scope, session._id, { stopped_at: action === 'stop' ? new Date() : null });
    try {
      if (action === 'start') await this.servers.provide(scope, session);
      else await this.servers.act(scope, session, action);
    } catch (error) {
      await this.sessions.change(scope, session._id, { stopped_at: session.stopped_at ?? null });
      throw error;
    }
    if (!session.channel_id) return toSessionView(await this.withChannel(scope, session));
    return toSessionView(await this.looked(scope, session));
  }

  /** Reads the code from the server, because it changes every few seconds. @throws AppError NOT_FOUND */
  async qr(scope: CompanyScope, name: string): Promise<SessionQr> {
    const session = await this.sessions.getByName(scope, name);
    const age = Date.now() - (session.checked_at?.getTime() ?? 0);
    if (!CHANGING.includes(session.status) || age < FRESH_MS) return toQr(session);
    return toQr(await this.looked(scope, session));
  }

  /** Logs out at WhatsApp, and disconnects the channel. Its conversations stay. @throws AppError NOT_FOUND */
  async remove(scope: CompanyScope, name: string): Promise<void> {
    const session = await this.sessions.getByName(scope, name);
    if (session.channel_id) await this.channels.disconnect(scope, session.channel_id);
    await this.servers.discard(scope, session._id);
  }

  /** @throws AppError SESSIONS_LEFT */
  async assertNone(scope: CompanyScope): Promise<void> {
    if ((await this.sessions.all(scope)).length > 0) throw sessionsLeft();
  }

  private store(scope: CompanyScope, session_name: string): Promise<WhatsappSession> {
    const _id = new Types.ObjectId();
    const place = webhookSecretPlace({ _id, company_id: scope.companyId });
    const now = new Date();
    return this.sessions.add(scope, {
      _id,
      session_name,
      session_key: this.hasher.digest('waha-session', scope.id, session_name).toString('base64url'),
      status: MISSING,
      status_at: now,
      watch_at: now,
      webhook_secret: this.secrets.seal(randomBytes(SECRET_BYTES).toString('hex'), place),
    });
  }

  private async withChannel(scope: CompanyScope, session: WhatsappSession): Promise<WhatsappSession> {
    const { _id, session_name: name, session_key: external_id } = session;
    const access_token = this.secrets.open(session.webhook_secret, webhookSecretPlace(session));
    const channel = await this.channels.connect(
      scope,
      { platform: WAHA_KIND.platform, external_id, name, access_token, settings: { session: name } },
      WAHA,
    );
    await this.sessions.change(scope, _id, { channel_id: toObjectId(channel._id) });
    return this.looked(scope, session);
  }

  private async looked(scope: CompanyScope, { _id }: WhatsappSession): Promise<WhatsappSession> {
    const session = await this.watcher.look(scope, _id);
    if (!session) throw sessionNotFound();
    return session;
  }
}
