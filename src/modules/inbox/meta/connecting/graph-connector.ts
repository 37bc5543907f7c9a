import { Injectable, Logger } from '@nestjs/common';
import {
  type AccountConnector,
  type Channel,
  SELF_TEST_STEPS,
  type StepResult,
  type TestedAccount,
  type TestOutcome,
} from '../../channels/index.js';
import { GraphClient } from '../graph/graph-client.js';
import { GraphRefusal, GraphUnreachable } from '../graph/graph-errors.js';
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
  ) {}

  async test(account: TestedAccount, token: string): Promise<TestOutcome> {
    const results: StepResult[] = [];
    const findings: GraphFindings = {};
    let error: Error | undefined;
    for (const step of SELF_TEST_STEPS) {
      const tested = { ...account, settings: findings.settings ?? account.settings };
      try {
        results.push({ step, ok: true, message: await this.steps[step](tested, token, findings) });
      } catch (failure) {
        if (!isFinding(failure)) throw failure;
        results.push({ step, ok: false, message: failure.message });
        error = failure;
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
      error: error && { code: codeOf(error), message: error.message },
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

function isFinding(error: unknown): error is Error {
  return error instanceof StepFailure || error instanceof GraphRefusal || error instanceof GraphUnreachable;
}

function isPassing(error: Error): boolean {
  return error instanceof GraphUnreachable || (error instanceof GraphRefusal && error.isPassing);
}

function isAboutToken(error: Error): boolean {
  return error instanceof GraphRefusal && error.isAboutToken;
}

function codeOf(error: Error): string {
  return error instanceof GraphRefusal ? `GRAPH_${error.code}` : error.name;
}
