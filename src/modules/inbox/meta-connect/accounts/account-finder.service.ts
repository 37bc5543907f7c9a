import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ChannelDirectory } from '../../channels/index.js';
import { GraphClient, type MetaPlatform } from '../../meta/index.js';
import { type AccountSearch, type AccountWithToken, refused } from './account-finding.js';
import { findFacebookAccounts } from './facebook-accounts.js';
import { findInstagramAccount } from './instagram-accounts.js';
import type { CheckedLogin } from './permission-check.js';
import { findWhatsappNumbers } from './whatsapp-accounts.js';

const FINDERS: Readonly<Record<MetaPlatform, (graph: GraphClient, login: CheckedLogin) => Promise<AccountSearch>>> = {
  facebook: findFacebookAccounts,
  instagram: findInstagramAccount,
  whatsapp: findWhatsappNumbers,
};

/** Lists the accounts of a log-in, and checks which can be connected. */
@Injectable()
export class AccountFinder {
  constructor(
    private readonly graph: GraphClient,
    private readonly directory: ChannelDirectory,
  ) {}

  /**
   * @param reconnected the channel to connect again; its account counts as free
   * @throws GraphRefusal | GraphUnreachable
   */
  async find(
    scope: CompanyScope,
    product: MetaPlatform,
    login: CheckedLogin,
    reconnected: string | undefined,
  ): Promise<AccountSearch> {
    const { accounts, findings } = await FINDERS[product](this.graph, login);
    const judged = await Promise.all(accounts.map((account) => this.withHolder(scope, account, reconnected)));
    return { accounts: judged, findings: [...login.findings, ...findings] };
  }

  private async withHolder(
    scope: CompanyScope,
    account: AccountWithToken,
    reconnected: string | undefined,
  ): Promise<AccountWithToken> {
    const holder = await this.directory.resolve(account.platform, account.external_id);
    if (!account.connectable || !holder) return account;
    if (holder.scope.id !== scope.id) return refused(account, 'TAKEN');
    const isRenewable = holder.state === 'needs_reconnect' || holder._id === reconnected;
    return isRenewable ? account : refused(account, 'ALREADY_CONNECTED');
  }
}
