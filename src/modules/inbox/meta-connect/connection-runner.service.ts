import { Injectable, Logger } from '@nestjs/common';
import { GraphRefusal, GraphUnreachable, isInstagramLoginToken, type MetaPlatform } from '../meta/index.js';
import { AccountFinder } from './accounts/account-finder.service.js';
import type { AccountSearch, AccountWithToken, LoginToken } from './accounts/account-finding.js';
import { PermissionCheck } from './accounts/permission-check.js';
import { ChannelReconnect } from './channel-reconnect.service.js';
import { ConnectionProgress, RunReplaced, scopeOf } from './connection-progress.js';
import { type ConnectionSecrets, ConnectionSecretsBox } from './connection-secrets.js';
import { withFailure, withStep } from './connection-steps.js';
import { LoginFailure, loginFailure } from './meta-connect.errors.js';
import { MetaOauthClient } from './oauth/meta-oauth-client.js';
import type { LOGIN_STEPS, MetaConnection } from './schemas/meta-connection.schema.js';
import { ReconnectTarget } from './reconnect-target.service.js';

type LoginStep = (typeof LOGIN_STEPS)[number];

/** Turns the code of a log-in into a list of accounts. Stores each stage, so that a new run can continue after a crash. */
@Injectable()
export class ConnectionRunner {
  private readonly logger = new Logger(ConnectionRunner.name);

  constructor(
    private readonly oauth: MetaOauthClient,
    private readonly permissions: PermissionCheck,
    private readonly finder: AccountFinder,
    private readonly progress: ConnectionProgress,
    private readonly secrets: ConnectionSecretsBox,
    private readonly reconnect: ChannelReconnect,
    private readonly target: ReconnectTarget,
  ) {}

  /** Never throws: stores a failure in the connection. @param begun the connection of this run */
  async run(begun: MetaConnection): Promise<void> {
    const stage = { connection: begun };
    try {
      await this.advance(stage);
    } catch (error) {
      if (error instanceof RunReplaced) return;
      await this.fail(stage.connection, error).catch((failure: unknown) => this.report(failure));
    }
  }

  private async advance(stage: { connection: MetaConnection }): Promise<void> {
    const { product } = stage.connection;
    const login = await this.logIn(stage);
    await this.begin(stage, 'permissions');
    const checked = await this.permissions.check(product, login);
    await this.finish(stage, 'permissions', 'Meta confirms the log-in');
    await this.begin(stage, 'accounts');
    const { connection } = stage;
    const reconnected = connection.channel_id?.toHexString();
    const search = await this.finder.find(scopeOf(connection), product, checked, reconnected);
    await this.offer(stage, search, login);
  }

  /** Continues with the token of an earlier run, because a code works once. */
  private async logIn(stage: { connection: MetaConnection }): Promise<LoginToken> {
    const { code, login: known } = this.secrets.open(stage.connection);
    if (known) return known;
    if (!code) throw loginFailure('INTERRUPTED');
    await this.begin(stage, 'exchange');
    const login = await this.exchange(stage.connection.product, code);
    await this.finish(stage, 'exchange', 'Meta gave a token', { login });
    return login;
  }

  private async exchange(product: MetaPlatform, code: NonNullable<ConnectionSecrets['code']>): Promise<LoginToken> {
    const { value, isRedirected, hint } = code;
    if (product === 'instagram') {
      const short = await this.oauth.redeemInstagramCode(value);
      return { ...short, ...(await this.oauth.extendInstagramToken(short.token)) };
    }
    const short = await this.oauth.redeemFacebookCode(value, isRedirected);
    // The token of Embedded Signup belongs to the business and does not expire.
    if (product === 'whatsapp') return { ...short, ...(hint && { hint }) };
    return this.oauth.extendFacebookToken(short.token);
  }

  private async offer(
    stage: { connection: MetaConnection },
    { accounts, findings }: AccountSearch,
    login: LoginToken,
  ): Promise<void> {
    const { connection } = stage;
    const wanted = await this.target.of(connection);
    const offered = wanted ? accounts.filter((account) => isSame(account, wanted)) : accounts;
    const found = { accounts: offered.map(withoutToken), findings };
    if (!offered.some(({ connectable }) => connectable)) {
      stage.connection = await this.progress.save(connection, found);
      const isOther = wanted && offered.length === 0;
      throw isOther ? loginFailure('OTHER_ACCOUNT', `It is ${wanted.name}`) : loginFailure('NO_ACCOUNT');
    }
    const tokens = Object.fromEntries(offered.map((account) => [account.external_id, tokenOf(account, login)]));
    const steps = withStep(connection.steps, { name: 'accounts' }, 'done', `Meta lists ${offered.length} accounts`);
    const secrets = this.secrets.seal(connection, { accounts: tokens });
    const ended = await this.progress.end(connection, { ...found, steps, secrets, state: 'choosing' });
    stage.connection = ended;
    if (!ended.opened_at || !this.reconnect.isReady(ended)) return;
    const begun = await this.reconnect.begin(ended);
    if (begun) await this.reconnect.run(begun);
  }

  private async begin(stage: { connection: MetaConnection }, name: LoginStep): Promise<void> {
    const steps = withStep(stage.connection.steps, { name }, 'running');
    stage.connection = await this.progress.save(stage.connection, { steps });
  }

  private async finish(
    stage: { connection: MetaConnection },
    name: LoginStep,
    message: string,
    kept?: ConnectionSecrets,
  ): Promise<void> {
    const { connection } = stage;
    const steps = withStep(connection.steps, { name }, 'done', message);
    const secrets = kept && { secrets: this.secrets.seal(connection, kept) };
    stage.connection = await this.progress.save(connection, { steps, ...secrets });
  }

  private async fail(connection: MetaConnection, reason: unknown): Promise<void> {
    const error = toLoginFailure(reason);
    if (!error) this.report(reason);
    const { code, message } = error ?? loginFailure('INTERRUPTED');
    const steps = withFailure(connection.steps, undefined, message);
    await this.progress.end(connection, { state: 'failed', steps, error: { code, message } });
  }

  private report(error: unknown): void {
    if (!(error instanceof RunReplaced)) this.logger.error('a log-in at Meta was interrupted', error);
  }
}

function toLoginFailure(error: unknown): LoginFailure | undefined {
  if (error instanceof LoginFailure) return error;
  if (error instanceof GraphRefusal) return loginFailure('META_REFUSED', error.message);
  if (error instanceof GraphUnreachable) return loginFailure('META_UNREACHABLE');
  return undefined;
}

/** Tokens of Pages do not end with the token of the person. */
function tokenOf({ token }: AccountWithToken, { expires_at }: LoginToken): { token: string; expires_at?: string } {
  return { token, ...(expires_at && isInstagramLoginToken(token) && { expires_at }) };
}

function withoutToken({ token: _, ...account }: AccountWithToken): Omit<AccountWithToken, 'token'> {
  return account;
}

function isSame(account: AccountWithToken, wanted: { platform: string; external_id: string }): boolean {
  return account.platform === wanted.platform && account.external_id === wanted.external_id;
}
