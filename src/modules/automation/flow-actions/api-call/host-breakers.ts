import { Injectable } from '@nestjs/common';
import {
  circuitBreaker,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { type CallAnswer, UnsafeUrlError } from '../../../../core/outbound/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ActionFailure } from '../action-failure.js';
import { FAILURES_TO_OPEN, OPEN_FOR_MS } from './call-limits.js';

const MAX_HOSTS_IN_MEMORY = 10_000;

/** A host that fails again and again gets no calls for a while: flows do not wait for it, and it can recover. */
@Injectable()
export class HostBreakers {
  private readonly breakers = new LRUCache<string, CircuitBreakerPolicy>({ max: MAX_HOSTS_IN_MEMORY });

  /** @throws ActionFailure CIRCUIT_OPEN, and what the work throws */
  async run(scope: CompanyScope, host: string, work: () => Promise<CallAnswer>): Promise<CallAnswer> {
    try {
      return await this.breakerOf(`${scope.id}|${host}`).execute(work);
    } catch (error) {
      if (!isBrokenCircuitError(error)) throw error;
      const seconds = OPEN_FOR_MS / 1_000;
      throw new ActionFailure(
        'CIRCUIT_OPEN',
        `${host} has failed ${FAILURES_TO_OPEN} times; PetBuddy waits ${seconds} s`,
      );
    }
  }

  private breakerOf(key: string): CircuitBreakerPolicy {
    const known = this.breakers.get(key);
    if (known) return known;
    const failures = handleWhen((error) => !(error instanceof UnsafeUrlError)).orWhenResult(
      (answer) => (answer as CallAnswer).status >= 500,
    );
    const breaker = circuitBreaker(failures, {
      halfOpenAfter: OPEN_FOR_MS,
      breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
    });
    this.breakers.set(key, breaker);
    return breaker;
  }
}
