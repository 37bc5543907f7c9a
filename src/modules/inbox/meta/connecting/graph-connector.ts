import { Injectable, Logger } from '@nestjs/common';
import {
  type AccountConnector,
  type Channel,
  type ChannelToken,
  SELF_TEST_STEPS,
  type SelfTestStep,
  type StepResult,
  type TestedAccount,
  type TestOptions,
  type TestOutcome,
  type TokenCheck,
} from '../../channels/index.js';
import { GraphClient } from '../graph/graph-client.js';
import { graphErrorCode, GraphRefusal, GraphUnreachable, isGraphError } from '../graph/graph-errors.js';
import { GraphTokenService } from '../tokens/graph-token.service.js';
import type { GraphFindings } from './graph-findings.js';
import { GraphTestSteps } from './graph-test-steps.js';
import { StepFailure } from './step-failure.js';

@Injectable()
export class GraphConnector implements AccountConnector {
  readonly providerName = 'Meta';
  private readonly logger = new Logger(GraphConnector.name);

  constructor(
    private readonly steps: GraphTestSteps,
    private readonly graph: GraphClient,
    private readonly tokens: GraphTokenService,
  ) {}

  checkToken(token: string, known: ChannelToken, isWanted: boolean): Promise<TokenCheck> {
    return this.tokens.check(token, known, isWanted);
  }

  async test(account: TestedAccount, token: string, { pin, onStep }: TestOptions = {}): Promise<TestOutcome> {
    const results: StepResult[] = [];
    const findings: GraphFindings = { ...(pin && { pin }) };
    let error: Error | undefined;
    const note = async (result: StepResult): Promise<void> => {
      results.push(result);
      await onStep?.(result);
    };
    for (const step of stepsOf(account)) {
      const tested = { ...account, settings: findings.settings ?? account.settings };
      try {
        await note({ step, ok: true, message: await this.steps[step](tested, token, findings) });
      } catch (failure) {
        if (!isFinding(failure)) throw failure;
        error = failure;
        await note({ step, ok: false, message: failure.message });
        break;
      }
    }
    const proof = findings.isSubscriptionNeeded ? 'subscription' : 'account';
    const isProven = results.some(({ step, ok }) => step === proof && ok);
    const isRefused = error !== undefined && (isProven ? isAboutToken(error) : !isPassing(error));
    return {
      results,
      findings,
      isProven,
      isRefused,
      error: error && { code: graphErrorCode(error), message: error.message },
    };
  }

  async disconnect(account: TestedAccount & Pick<Channel, 'subscribed_node'>, token: string): Promise<void> {
    const { platform, external_id, subscribed_node } = account;
    if (!subscribed_node) return;
    try {
      await this.graph.delete(`${encodeURIComponent(subscribed_node)}/subscribed_apps`, token);
    } catch (error) {
      if (!(error instanceof GraphRefusal || error instanceof GraphUnreachable)) throw error;
      this.logger.warn(`could not unsubscribe ${platform} ${external_id}: ${error.message}`);
    }
  }
}

/** Only WhatsApp numbers are registered. */
export function stepsOf({ platform }: Pick<TestedAccount, 'platform'>): SelfTestStep[] {
  return SELF_TEST_STEPS.filter((step) => step !== 'registration' || platform === 'whatsapp');
}

function isFinding(error: unknown): error is Error {
  return error instanceof StepFailure || isGraphError(error);
}

function isPassing(error: Error): boolean {
  return error instanceof GraphRefusal ? error.isPassing : isGraphError(error);
}

function isAboutToken(error: Error): boolean {
  return error instanceof GraphRefusal && error.isAboutToken;
}
