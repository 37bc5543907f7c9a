import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { SecretBox } from '../../../core/security/index.js';
import type { CompanyScope, IdLike } from '../../../core/tenancy/index.js';
import { ChannelDirectory, tokenBinding } from '../channel-directory.js';
import { toChannelView } from '../channel-view.js';
import { channelHasNoToken } from '../channels.errors.js';
import { ChannelsRepository } from '../channels.repository.js';
import { GraphRefusal, GraphUnreachable } from '../graph/graph-errors.js';
import type { Channel } from '../schemas/channel.schema.js';
import { type Findings, SELF_TEST_STEPS, type SelfTestReport, type StepResult } from './self-test-report.js';
import { SelfTestSteps } from './self-test-steps.js';
import { StepFailure } from './step-failure.js';

/** Asks Meta itself whether a channel can send and will receive, and repairs a lost subscription on the way. */
@Injectable()
export class ChannelSelfTest {
  constructor(
    private readonly channels: ChannelsRepository,
    private readonly directory: ChannelDirectory,
    private readonly secrets: SecretBox,
    private readonly steps: SelfTestSteps,
  ) {}

  /** @throws AppError NOT_FOUND | CHANNEL_HAS_NO_TOKEN | SELF_TEST_UNSUPPORTED */
  async run(scope: CompanyScope, id: IdLike): Promise<SelfTestReport> {
    const channel = await this.channels.getById(scope, id);
    if (!channel.live || channel.access_token === undefined) throw channelHasNoToken();
    if (channel.platform === 'telegram' || channel.platform === 'web') {
      throw AppError.conflict('SELF_TEST_UNSUPPORTED', 'This platform has no self-test');
    }
    const token = this.secrets.open(channel.access_token, tokenBinding(channel));
    const findings: Findings = {};
    const { results, error } = await this.runSteps(channel, token, findings);
    const updated = await this.record(scope, channel, findings, error);
    const failed = results.find(({ ok }) => !ok);
    return {
      ok: !failed,
      failed_step: failed?.step ?? null,
      steps: results,
      channel: toChannelView(updated ?? channel),
    };
  }

  private async runSteps(
    channel: Channel,
    token: string,
    findings: Findings,
  ): Promise<{ results: StepResult[]; error?: Error }> {
    const results: StepResult[] = [];
    for (const step of SELF_TEST_STEPS) {
      try {
        results.push({ step, ok: true, message: await this.steps[step](channel, token, findings) });
      } catch (error) {
        if (!isFinding(error)) throw error;
        results.push({ step, ok: false, message: error.message });
        return { results, error };
      }
    }
    return { results };
  }

  /** A failure that says nothing of the channel, such as Meta not answering, leaves its state alone. */
  private async record(
    scope: CompanyScope,
    channel: Channel,
    { app_scoped_id, ...health }: Findings,
    error: Error | undefined,
  ): Promise<Channel | null> {
    const checked_at = new Date();
    const last_error = error ? { code: codeOf(error), message: error.message, at: checked_at } : null;
    const isTokenOver = error instanceof GraphRefusal && error.isAboutToken;
    const state = isTokenOver ? 'needs_reconnect' : error ? undefined : 'live';
    if (app_scoped_id) await this.channels.updateLive(scope, channel._id, { app_scoped_id });
    const updated = await this.channels.updateHealth(scope, channel._id, { ...health, checked_at, last_error }, state);
    if (updated) this.directory.announce(updated);
    return updated;
  }
}

function isFinding(error: unknown): error is Error {
  return error instanceof StepFailure || error instanceof GraphRefusal || error instanceof GraphUnreachable;
}

function codeOf(error: Error): string {
  return error instanceof GraphRefusal ? `GRAPH_${error.code}` : error.name;
}
