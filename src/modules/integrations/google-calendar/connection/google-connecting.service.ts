import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { SecretBox } from '../../../../core/security/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ExternalBusyTimesService } from '../../../booking/calendar/index.js';
import type { IssuedTokens } from '../api/google-oauth-client.js';
import { GoogleOauthClient } from '../api/google-oauth-client.js';
import { CalendarLinksRepository } from '../links/calendar-links.repository.js';
import { refreshTokenPlace } from '../schemas/google-connection.schema.js';
import { LinkChannels } from '../webhook/link-channels.service.js';
import { GoogleConnectionsRepository } from './google-connections.repository.js';
import { GoogleTrouble } from './google-trouble.service.js';

/** Connects a company with a Google account, and ends that. */
@Injectable()
export class GoogleConnecting {
  private readonly audit = new Logger('Audit');

  constructor(
    private readonly connections: GoogleConnectionsRepository,
    private readonly links: CalendarLinksRepository,
    private readonly busyTimes: ExternalBusyTimesService,
    private readonly channels: LinkChannels,
    private readonly oauth: GoogleOauthClient,
    private readonly trouble: GoogleTrouble,
    private readonly box: SecretBox,
  ) {}

  /** Stores the log-in. Calendars that were linked before are read again from the beginning. */
  async connect(scope: CompanyScope, userId: Types.ObjectId, { refreshToken }: IssuedTokens): Promise<void> {
    if (refreshToken === undefined) throw new Error('Google sent no refresh token');
    const { _id } = await this.connections.ensure(scope);
    const sealed = this.box.seal(refreshToken, refreshTokenPlace({ _id, company_id: scope.companyId }));
    const connection = await this.connections.change(scope, _id, ({ login_count }) => ({
      ...{ state: 'connected', refresh_token: sealed, login_count: login_count + 1 },
      ...{ account_email: null, error: null, error_at: null },
    }));
    this.audit.log({ message: 'Google account connected', companyId: scope.id, userId: userId.toHexString() });
    await this.links.restart(scope);
    await this.trouble.accessRegained(scope, connection);
  }

  /** Busy times of the calendars end now; the events of our appointments stay in Google. Repeatable after a crash. */
  async disconnect(scope: CompanyScope, { userId }: Principal): Promise<void> {
    const connection = await this.connections.of(scope);
    if (!connection) return;
    // While the token still works.
    await this.channels.closeAll(scope);
    const token = connection.refresh_token;
    await this.connections.change(scope, connection._id, () => ({
      ...{ state: 'disconnected', refresh_token: null, account_email: null, error: null, error_at: null },
    }));
    await this.links.release(scope);
    await this.busyTimes.removeAll(scope);
    this.audit.log({ message: 'Google account disconnected', companyId: scope.id, userId });
    // Google would end the access of the other companies as well.
    if (token === null || (await this.connections.isShared(scope, connection.account_email))) return;
    await this.oauth.revoke(this.box.open(token, refreshTokenPlace(connection))).catch((error: unknown) => {
      this.audit.warn({ message: 'access to Google not revoked', companyId: scope.id, error: String(error) });
    });
  }
}
