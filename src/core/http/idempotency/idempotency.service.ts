import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Types } from 'mongoose';
import { AppError } from '../../errors/index.js';
import { KeyedHasher } from '../../security/index.js';
import type { CompanyScope } from '../../tenancy/index.js';
import { IdempotencyKeysRepository, type KeyAddress, type Run } from './idempotency-keys.repository.js';

export const KEY_LIFE_MS = 24 * 3_600_000;
/** A run without a renewal for this time has crashed. */
export const RUN_LEASE_MS = 30_000;
/** Two renewals may be lost before the run counts as crashed. */
export const RENEW_EVERY_MS = RUN_LEASE_MS / 3;
const PURGE_INTERVAL_MS = 15 * 60_000;
const MAX_STORED_BODY_CHARS = 1_000_000;

const PRINTABLE_KEY = /^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/;
/** The next try may end otherwise. */
const PASSING_STATUSES = new Set([408, 409, 423, 425, 429]);

export interface IdempotentCall {
  readonly scope: CompanyScope;
  readonly userId: string;
  readonly route: string;
  readonly key: string;
  readonly fingerprint: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** True for an answer that cannot be repeated, such as a stream: a repetition runs again. */
  readonly isOnce?: boolean;
}

/** @throws AppError VALIDATION_ERROR */
export function assertIdempotencyKey(key: unknown): asserts key is string {
  if (typeof key === 'string' && PRINTABLE_KEY.test(key)) return;
  const message = 'Idempotency-Key must be 1 to 255 printable characters';
  throw AppError.validation([{ field: 'Idempotency-Key', message }]);
}

/**
 * Runs a request once for each key and repeats its answer. Temporary refusals and our own failures are not kept.
 * After a crash between the effect and the storing of the answer, a repetition runs again.
 */
@Injectable()
export class IdempotencyService {
  private readonly logger = new Logger(IdempotencyService.name);

  constructor(
    private readonly keys: IdempotencyKeysRepository,
    private readonly hashes: KeyedHasher,
  ) {}

  fingerprintOf(...parts: readonly unknown[]): string {
    return this.hashes.digest('idempotency', JSON.stringify(parts)).toString('base64url');
  }

  /**
   * @param work returns a status, which is kept; an error is not kept
   * @throws AppError IDEMPOTENCY_CONFLICT | IDEMPOTENCY_IN_PROGRESS, and whatever `work` throws
   */
  async run(call: IdempotentCall, work: () => Promise<Answer>): Promise<Answer & { replayed: boolean }> {
    const address: KeyAddress = { user_id: call.userId, route: call.route, key: call.key };
    const run = newRun(call.fingerprint);
    const known = await this.begin(call.scope, address, run);
    if (known) return { ...known, replayed: true };
    const renewal = setInterval(() => void this.renew(call.scope, address, run), RENEW_EVERY_MS);
    try {
      const answer = await work();
      await this.keep(call.scope, address, run, answer);
      return { ...answer, replayed: false };
    } catch (error) {
      await this.keys.release(call.scope, address, run.run_id);
      throw error;
    } finally {
      clearInterval(renewal);
    }
  }

  /** Only frees space: an expired key is ignored when it is read. */
  @Interval(PURGE_INTERVAL_MS)
  async purge(): Promise<void> {
    await this.keys.deleteExpired();
  }

  /** @returns the answer to repeat, or null if the run has the key */
  private async begin(scope: CompanyScope, address: KeyAddress, run: Run): Promise<Answer | null> {
    if (await this.keys.insert(scope, address, run)) return null;
    const known = await this.keys.read(scope, address);
    // Null: the run that had the key has just given it up; the next try of the client finds it free.
    if (!known) throw inProgress();
    const now = new Date();
    const isExpired = known.expires_at <= now;
    if (!isExpired && known.fingerprint !== run.fingerprint) throw conflict();
    if (!isExpired && known.answer) return { status: known.answer.status, body: parse(known.answer.body) };
    const isAlive = !isExpired && known.lease_until > now;
    if (isAlive || !(await this.keys.takeOver(scope, known, run))) throw inProgress();
    return null;
  }

  private async renew(scope: CompanyScope, address: KeyAddress, { run_id }: Run): Promise<void> {
    try {
      await this.keys.renew(scope, address, run_id, leaseEnd());
    } catch (error) {
      this.logger.warn(`the lease of an idempotency key was not renewed: ${String(error)}`);
    }
  }

  private async keep(
    scope: CompanyScope,
    address: KeyAddress,
    run: Run,
    { status, body, isOnce }: Answer,
  ): Promise<void> {
    const text = body === undefined || isOnce ? null : JSON.stringify(body);
    const isKept =
      !isOnce && status < 500 && !PASSING_STATUSES.has(status) && (text?.length ?? 0) <= MAX_STORED_BODY_CHARS;
    try {
      if (isKept) await this.keys.finish(scope, address, run.run_id, { status, body: text });
      else await this.keys.release(scope, address, run.run_id);
    } catch (error) {
      // The work is done, so the client gets its answer.
      this.logger.error('an answer could not be kept for its idempotency key', error);
    }
  }
}

function newRun(fingerprint: string): Run {
  const expires_at = new Date(Date.now() + KEY_LIFE_MS);
  return { fingerprint, run_id: new Types.ObjectId(), lease_until: leaseEnd(), expires_at };
}

function leaseEnd(): Date {
  return new Date(Date.now() + RUN_LEASE_MS);
}

function parse(body: string | null): unknown {
  return body === null ? undefined : JSON.parse(body);
}

function conflict(): AppError {
  return AppError.conflict('IDEMPOTENCY_CONFLICT', 'This Idempotency-Key was used for another request; send a new key');
}

function inProgress(): AppError {
  return AppError.conflict(
    'IDEMPOTENCY_IN_PROGRESS',
    'A request with this Idempotency-Key is still running; try again in a few seconds',
  );
}
