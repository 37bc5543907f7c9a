import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ChannelsService, type ChannelView } from '../channels/index.js';
import { AccountConnecting } from './account-connecting.service.js';
import { ChannelReconnect } from './channel-reconnect.service.js';
import { ConnectionRunner } from './connection-runner.service.js';
import { withFailure, withStep } from './connection-steps.js';
import type { ChooseAccountsDto } from './dto/meta-connection.dto.js';
import { accountNotConnectable, connectionNotChoosing, notYourConnection } from './meta-connect.errors.js';
import { MetaConnectGateway } from './meta-connect.gateway.js';
import { MetaConnectionsRepository } from './meta-connections.repository.js';
import { type MetaConnectionView, toConnectionView } from './meta-connection-view.js';
import { type ConnectionStep, type MetaConnection, TEST_EVENT } from './schemas/meta-connection.schema.js';

const INTERRUPTED = 'The connect was interrupted. Connect the account again';

/** Shows log-ins to the people who started them, and connects the accounts that they choose. */
@Injectable()
export class MetaConnectionsService {
  constructor(
    private readonly connections: MetaConnectionsRepository,
    private readonly runner: ConnectionRunner,
    private readonly connecting: AccountConnecting,
    private readonly reconnect: ChannelReconnect,
    private readonly channels: ChannelsService,
    private readonly gateway: MetaConnectGateway,
  ) {}

  /** Also continues work that a crash has interrupted. @throws AppError NOT_FOUND | CONNECTION_NOT_YOURS */
  async get(scope: CompanyScope, user: Principal, id: Types.ObjectId): Promise<MetaConnectionView> {
    const found = await this.own(scope, user, id);
    const opened = (await this.connections.open(scope, id)) ?? found;
    if (!this.reconnect.isReady(opened)) return toConnectionView(await this.refreshed(scope, opened));
    const begun = await this.reconnect.begin(opened);
    if (begun) void this.reconnect.run(begun);
    return toConnectionView(begun ?? (await this.own(scope, user, id)));
  }

  /**
   * Connects accounts. Failed accounts stay in the list and can be chosen again.
   * @throws AppError NOT_FOUND | CONNECTION_NOT_YOURS | CONNECTION_NOT_CHOOSING | ACCOUNT_NOT_CONNECTABLE
   */
  async choose(
    scope: CompanyScope,
    user: Principal,
    id: Types.ObjectId,
    { external_ids, pin }: ChooseAccountsDto,
  ): Promise<ChannelView[]> {
    const { accounts } = await this.refreshed(scope, await this.own(scope, user, id));
    const chosen = [...new Set(external_ids)];
    const refused = chosen.find((each) => !accounts.some((one) => one.external_id === each && one.connectable));
    if (refused !== undefined) throw accountNotConnectable(refused);
    const begun = await this.connections.begin(scope, id, 'choosing', { state: 'connecting' });
    if (!begun) throw connectionNotChoosing();
    return this.connecting.connectAll(begun, chosen, pin);
  }

  private async own(scope: CompanyScope, { userId }: Principal, id: Types.ObjectId): Promise<MetaConnection> {
    const connection = await this.connections.getById(scope, id);
    if (connection.user_id.toHexString() !== userId) throw notYourConnection();
    return connection;
  }

  private async refreshed(scope: CompanyScope, connection: MetaConnection): Promise<MetaConnection> {
    const { state } = connection;
    if (state === 'working') return this.goOn(scope, connection);
    if (state === 'connecting') return this.release(scope, connection);
    return this.withTestEvents(scope, connection);
  }

  private async goOn(scope: CompanyScope, connection: MetaConnection): Promise<MetaConnection> {
    const begun = await this.connections.begin(scope, connection._id, 'working', { state: 'working' });
    if (begun) void this.runner.run(begun);
    return begun ?? connection;
  }

  /** A dead run may have connected some accounts; connecting them again is safe. */
  private async release(scope: CompanyScope, connection: MetaConnection): Promise<MetaConnection> {
    const begun = await this.connections.begin(scope, connection._id, 'connecting', { state: 'connecting' });
    if (!begun) return connection;
    const ids = begun.accounts.map(({ external_id }) => external_id);
    const steps = ids.reduce((left: ConnectionStep[], each) => withFailure(left, each, INTERRUPTED), begun.steps);
    return (await this.connections.end(scope, begun, { state: 'choosing', steps })) ?? connection;
  }

  /** Ends the waiting steps of accounts that have received a message. */
  private async withTestEvents(scope: CompanyScope, connection: MetaConnection): Promise<MetaConnection> {
    const waiting = connection.steps.filter(({ name, status }) => name === TEST_EVENT && status === 'waiting');
    if (waiting.length === 0) return connection;
    let { steps } = connection;
    for (const { external_id } of waiting) {
      const { platform } = connection.accounts.find((each) => each.external_id === external_id) ?? {};
      const since = connection.created_at;
      if (!platform || !external_id || !(await this.channels.hasReceived(scope, { platform, external_id }, since)))
        continue;
      steps = withStep(steps, { name: TEST_EVENT, external_id }, 'done', 'The first message came in');
    }
    if (steps === connection.steps) return connection;
    const changed = await this.connections.replaceSteps(scope, connection, steps);
    if (changed) await this.gateway.announce(changed);
    return changed ?? connection;
  }
}
