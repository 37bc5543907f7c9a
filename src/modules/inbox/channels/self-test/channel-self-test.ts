import { Injectable } from '@nestjs/common';
import { SecretBox } from '../../../../core/security/index.js';
import type { CompanyScope, IdLike } from '../../../../core/tenancy/index.js';
import type { TestOutcome } from '../account-connector.js';
import { AccountConnectors } from '../account-connectors.js';
import { foundFields, healthFields, isProven, provenFields, refusedFields, tokenAfter } from '../channel-claim.js';
import { ChannelDirectory, tokenBinding } from '../channel-directory.js';
import { isSameToCompany, toChannelView } from '../channel-view.js';
import { channelChanged, channelHasNoToken } from '../channels.errors.js';
import { ChannelsRepository } from '../channels.repository.js';
import type { Channel } from '../schemas/channel.schema.js';
import { tokenOf } from '../tokens/channel-token.js';
import type { SelfTestReport } from './self-test-report.js';

/** Tests whether a channel can send and receive, and repairs a lost subscription. */
@Injectable()
export class ChannelSelfTest {
  constructor(
    private readonly channels: ChannelsRepository,
    private readonly directory: ChannelDirectory,
    private readonly secrets: SecretBox,
    private readonly connectors: AccountConnectors,
  ) {}

  /** @throws AppError NOT_FOUND | PLATFORM_UNSUPPORTED | CHANNEL_HAS_NO_TOKEN | CHANNEL_TAKEN | CHANNEL_CHANGED */
  async run(scope: CompanyScope, id: IdLike): Promise<SelfTestReport> {
    const channel = await this.channels.getById(scope, id);
    const connector = this.connectors.get(channel);
    if (!channel.live || channel.access_token === undefined) throw channelHasNoToken();
    const token = this.secrets.open(channel.access_token, tokenBinding(channel));
    const outcome = await connector.test(channel, token);
    const updated = await this.record(scope, channel, outcome);
    const failed = outcome.results.find(({ ok }) => !ok);
    return {
      ok: !failed,
      failed_step: failed?.step ?? null,
      steps: [...outcome.results],
      channel: toChannelView(updated),
    };
  }

  /** The proof counts only for the token that was tested. */
  private async record(scope: CompanyScope, channel: Channel, outcome: TestOutcome): Promise<Channel> {
    const now = new Date();
    const isNew = outcome.isProven && !isProven(channel);
    const updated = await this.channels.updateUnchanged(scope, channel, {
      ...foundFields(outcome),
      ...healthFields(outcome, now),
      token: tokenAfter(tokenOf(channel), outcome, now),
      ...(isNew ? provenFields(now) : stateAfter(channel, outcome)),
    });
    if (!updated) throw channelChanged();
    if (!isSameToCompany(channel, updated)) this.directory.announce(updated);
    if (isNew) this.directory.announceProof(updated);
    return updated;
  }
}

/** Keeps the state if the provider did not answer. */
function stateAfter(channel: Channel, { isProven: isGood, isRefused, isStopped }: TestOutcome): Partial<Channel> {
  if (!isProven(channel)) return {};
  if (isRefused) return refusedFields(channel, isStopped);
  return isGood ? { state: 'live' } : {};
}
