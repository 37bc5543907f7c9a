import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { ChannelsService, type ChannelView, type StepResult } from '../channels/index.js';
import { GRAPH, isInstagramLoginToken, stepsOf } from '../meta/index.js';
import { type FoundAccount, REASON_TEXTS } from './accounts/account-finding.js';
import { ConnectionProgress, scopeOf } from './connection-progress.js';
import { type ConnectionSecrets, ConnectionSecretsBox } from './connection-secrets.js';
import { withAccountSteps, withFailure, withNextRunning, withStep, withTestEvent } from './connection-steps.js';
import type { MetaConnection } from './schemas/meta-connection.schema.js';

type Token = NonNullable<ConnectionSecrets['accounts']>[string];

/** Connects chosen accounts like `POST /channels`, and stores each step. */
@Injectable()
export class AccountConnecting {
  constructor(
    private readonly channels: ChannelsService,
    private readonly progress: ConnectionProgress,
    private readonly secrets: ConnectionSecretsBox,
  ) {}

  /**
   * Ends the connection in `connected`, or in `choosing` if an account failed.
   * @param begun the connection of this run; it has these accounts
   * @param pin registers WhatsApp numbers that are not registered
   * @throws RunReplaced
   */
  async connectAll(begun: MetaConnection, externalIds: readonly string[], pin?: string): Promise<ChannelView[]> {
    const tokens = this.secrets.open(begun).accounts ?? {};
    const channels: ChannelView[] = [];
    const run = { connection: begun, failed: 0 };
    for (const external_id of externalIds) {
      const account = begun.accounts.find((each) => each.external_id === external_id);
      const token = tokens[external_id];
      if (!account || !token) throw new Error('The connection has no such account');
      const channel = await this.connectOne(run, account, token, pin);
      if (channel) channels.push(channel);
    }
    await this.progress.end(run.connection, { state: run.failed > 0 ? 'choosing' : 'connected' });
    return channels;
  }

  private async connectOne(
    run: { connection: MetaConnection; failed: number },
    account: FoundAccount,
    { token, expires_at }: Token,
    pin: string | undefined,
  ): Promise<ChannelView | undefined> {
    const { external_id, platform, name, settings } = account;
    const change = async (fields: Partial<MetaConnection>): Promise<void> => {
      run.connection = await this.progress.save(run.connection, fields);
    };
    await change({
      steps: withNextRunning(withAccountSteps(run.connection.steps, external_id, stepsOf(account)), external_id),
    });
    const results: StepResult[] = [];
    const onStep = async (result: StepResult): Promise<void> => {
      results.push(result);
      const { step, ok, message } = result;
      const steps = withStep(run.connection.steps, { name: step, external_id }, ok ? 'done' : 'failed', message);
      await change({ steps: ok ? withNextRunning(steps, external_id) : steps });
    };
    const issued = isInstagramLoginToken(token) && {
      refreshed_at: new Date(),
      ...(expires_at && { expires_at: new Date(expires_at) }),
    };
    try {
      const input = { platform, external_id, name, access_token: token, ...(settings && { settings }) };
      const options = { onStep, ...(pin && { pin }), ...(issued && { issued }) };
      const channel = await this.channels.connectOrRenew(scopeOf(run.connection), input, GRAPH, options);
      const isWhole = results.every(({ ok }) => ok);
      if (!isWhole) run.failed++;
      await change(isWhole ? afterSuccess(run.connection, external_id) : afterFailure(run.connection, external_id, ''));
      return channel;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      run.failed++;
      await change(afterFailure(run.connection, external_id, error.message));
      return undefined;
    }
  }
}

function afterSuccess({ steps, accounts }: MetaConnection, external_id: string): Partial<MetaConnection> {
  const reason = REASON_TEXTS.ALREADY_CONNECTED;
  const connected = { connectable: false, reason_code: 'ALREADY_CONNECTED' as const, reason };
  return {
    steps: withTestEvent(steps, external_id),
    accounts: accounts.map((account) => (account.external_id === external_id ? { ...account, ...connected } : account)),
  };
}

/** @param message the text for the step that was interrupted */
function afterFailure({ steps }: MetaConnection, external_id: string, message: string): Partial<MetaConnection> {
  const isTold = steps.some((step) => step.external_id === external_id && step.status === 'failed');
  const open = isTold ? steps.filter((step) => step.external_id !== external_id || step.status !== 'pending') : steps;
  return { steps: isTold ? open : withFailure(open, external_id, message) };
}
