import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type Role } from '../../../../core/auth-guards/index.js';
import { EventBus } from '../../../../core/events/index.js';
import { type IntegrationCard, IntegrationRegistry } from '../../../../core/integrations/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { NotificationCenter } from '../../../accounts/notification-center/index.js';
import { AccountsRepository } from '../../../accounts/users/index.js';
import { CalendarLinksRepository } from '../links/calendar-links.repository.js';
import type { GoogleConnection } from '../schemas/google-connection.schema.js';
import { GoogleConnectionsRepository } from './google-connections.repository.js';

const KIND = 'google_calendar';
const NAME = 'Google Calendar';
const MANAGERS: readonly Role[] = ['owner', 'manager'];
const ACCESS_LOST = 'Google does not accept the connection any more: connect the account again';

/** Shows the connection among the integrations, and tells managers when it ends. */
@Injectable()
export class GoogleTrouble implements OnModuleInit {
  private readonly logger = new Logger(GoogleTrouble.name);

  constructor(
    private readonly integrations: IntegrationRegistry,
    private readonly connections: GoogleConnectionsRepository,
    private readonly links: CalendarLinksRepository,
    private readonly users: AccountsRepository,
    private readonly center: NotificationCenter,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.integrations.register({ kind: KIND, cardsOf: (scope) => this.cardsOf(scope) });
  }

  /** The access of this log-in has ended. Repeatable: managers are notified once. */
  async accessLost(scope: CompanyScope, connection: GoogleConnection): Promise<void> {
    const { _id, login_count, account_email } = connection;
    const current = await this.connections.of(scope);
    if (current?.login_count !== login_count || current.state !== 'connected') return;
    const managers = await this.users.activeWithRole(scope, MANAGERS);
    const channel_id = _id.toHexString();
    await this.center.tell(
      scope,
      managers.map((user) => user._id),
      {
        type: 'channel.needs_reconnect',
        key: `${KIND}:${channel_id}:${login_count}`,
        data: { channel_id, name: NAME, platform: KIND },
        words: { channel: NAME, kind: account_email ?? '' },
      },
    );
    // Last, so that a crash before it is made good by the next call.
    if (!(await this.connections.endLogin(scope, login_count, ACCESS_LOST))) return;
    this.logger.warn({ message: 'access to Google ended', companyId: scope.id });
    await this.publish(scope);
  }

  /** Call it after a log-in. */
  async accessRegained(scope: CompanyScope, { _id }: GoogleConnection): Promise<void> {
    await this.center.markReadOfChannel(scope, _id.toHexString(), ['channel.needs_reconnect']);
    await this.publish(scope);
  }

  private async publish(scope: CompanyScope): Promise<void> {
    for (const integration of await this.cardsOf(scope))
      this.bus.emit('integration.changed', { companyId: scope.id, integration });
  }

  private async cardsOf(scope: CompanyScope): Promise<IntegrationCard[]> {
    const connection = await this.connections.of(scope);
    if (!connection || connection.state === 'disconnected') return [];
    const links = await this.links.shown(scope);
    const failing = links.find(({ error }) => error !== null);
    const message = connection.error ?? failing?.error ?? null;
    const at = connection.error_at ?? failing?.updated_at ?? connection.updated_at;
    const times = links.flatMap(({ last_synced_at }) => last_synced_at?.getTime() ?? []);
    return [
      {
        ...{ id: connection._id.toHexString(), kind: KIND, name: NAME, state: message === null ? 'live' : 'attention' },
        health: {
          last_success_at: times.length > 0 ? new Date(Math.max(...times)) : null,
          last_error: message === null ? null : { message, at },
        },
      },
    ];
  }
}
