import { Injectable } from '@nestjs/common';
import { GraphRefusal, GraphUnreachable } from '../graph/graph-errors.js';
import type { ChannelHealth } from '../schemas/channel.schema.js';
import { type Findings, SELF_TEST_STEPS, type StepResult, type TestedAccount } from './self-test-report.js';
import { SelfTestSteps } from './self-test-steps.js';
import { StepFailure } from './step-failure.js';

/** What a test of a token found; it ended at the first step that failed. */
export interface TestOutcome {
  readonly results: readonly StepResult[];
  readonly findings: Findings;
  /** The token may act for the account: the step `account` passed, and `subscription` where it is needed for the proof. */
  readonly isProven: boolean;
  /** The token is no good for the account; false where the provider did not say so, for instance while it is away. */
  readonly isRefused: boolean;
  /** Why the last step failed. */
  readonly error: Error | undefined;
}

/** Asks Meta what a token can do for an account, and subscribes the account on the way. Stores nothing. */
@Injectable()
export class AccountTest {
  constructor(private readonly steps: SelfTestSteps) {}

  async run(account: TestedAccount, token: string): Promise<TestOutcome> {
    const results: StepResult[] = [];
    const findings: Findings = {};
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
    return { results, findings, isProven, isRefused, error };
  }
}

/** How a channel fares after a test; fields about which nothing was found are left out. */
export function healthAfter({ findings, error }: TestOutcome, checked_at: Date): Partial<ChannelHealth> {
  const { token_expires_at, subscribed_fields } = findings;
  return {
    ...(token_expires_at !== undefined && { token_expires_at }),
    ...(subscribed_fields && { subscribed_fields }),
    checked_at,
    last_error: error ? { code: codeOf(error), message: error.message, at: checked_at } : null,
  };
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
