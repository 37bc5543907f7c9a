import { Injectable } from '@nestjs/common';
import { companyRoom, RealtimeService } from '../../../../core/realtime/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { AccountsRepository } from '../../users/index.js';
import { SessionsRepository } from '../sessions.repository.js';
import type { PresenceDto } from './presence.dto.js';

/** Knows which users of a company have the app open. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly realtime: RealtimeService,
  ) {}

  async list(scope: CompanyScope): Promise<PresenceDto[]> {
    const users = await this.accounts.colleagues(scope);
    const [online, uses] = await Promise.all([
      this.onlineUsers(scope),
      this.sessions.lastUses(users.map(({ _id }) => _id)),
    ]);
    const lastSeen = new Map(uses.map(({ _id, at }) => [_id.toHexString(), at]));
    return users.map(({ _id }) => {
      const user_id = _id.toHexString();
      return { user_id, online: online.has(user_id), last_seen_at: lastSeen.get(user_id) ?? null };
    });
  }

  /** Hex ids of the users with an open socket. */
  async onlineUsers({ id }: CompanyScope): Promise<Set<string>> {
    const sockets = await this.realtime.socketsIn(companyRoom(id));
    return new Set(sockets.map(({ principal }) => principal.userId));
  }
}
