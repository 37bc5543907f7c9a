import { availableParallelism } from 'node:os';
import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import bcrypt from 'bcrypt';
import pLimit from 'p-limit';
import { AppConfig } from '../../../../core/config/index.js';
import { passwordWorkersBusy } from '../users.errors.js';
import { PasswordStrengthChecker } from './password-strength-checker.js';

/** bcrypt looks at no more, so a longer password is refused instead of silently cut. */
export const MAX_PASSWORD_BYTES = 72;
export const MIN_PASSWORD_LENGTH = 8;

/** At the default cost the last in the queue waits about 20 s on two cores. */
const QUEUE_LIMIT = 64;

/** Compares one password with a hash; null stands for "no such account" and takes just as long. */
export type ComparePassword = (password: string, hash: string | null) => Promise<boolean>;

/**
 * bcrypt in a bounded pool: one core stays free for everybody else, and a flood of log-ins is refused with 503 UNAVAILABLE
 * instead of piling up.
 */
@Injectable()
export class PasswordHasher implements OnModuleInit {
  private readonly slots = pLimit(Math.max(1, availableParallelism() - 1));
  private readonly rounds: number;
  private decoy: Promise<string> | undefined;

  constructor(
    config: AppConfig,
    private readonly strength: PasswordStrengthChecker,
  ) {
    this.rounds = config.bcryptSaltRounds;
  }

  /** Made before the first request, so that the first unknown address takes no longer than the next one. */
  async onModuleInit(): Promise<void> {
    await this.decoyHash();
  }

  /**
   * Hashes a new password.
   * @throws AppError VALIDATION_ERROR for one that is easily guessed | UNAVAILABLE
   */
  async hash(password: string): Promise<string> {
    await this.strength.assertGood(password);
    return this.inSlot(() => bcrypt.hash(password, this.rounds));
  }

  /** @throws AppError UNAVAILABLE */
  verify(password: string, hash: string | null): Promise<boolean> {
    return this.inTurn((compare) => compare(password, hash));
  }

  /**
   * Runs work that compares passwords while it holds a slot, so that what it reads before and writes after a comparison
   * can't be overtaken by a crowd of parallel guesses.
   * @throws AppError UNAVAILABLE
   */
  inTurn<T>(work: (compare: ComparePassword) => Promise<T>): Promise<T> {
    return this.inSlot(() => work((password, hash) => this.compare(password, hash)));
  }

  private async inSlot<T>(work: () => Promise<T>): Promise<T> {
    if (this.slots.pendingCount >= QUEUE_LIMIT) throw passwordWorkersBusy();
    return this.slots(work);
  }

  private async compare(password: string, hash: string | null): Promise<boolean> {
    const matches = await bcrypt.compare(password, hash ?? (await this.decoyHash()));
    return matches && hash !== null && Buffer.byteLength(password) <= MAX_PASSWORD_BYTES;
  }

  /** Of the configured cost and of a password nobody knows. */
  private decoyHash(): Promise<string> {
    this.decoy ??= bcrypt.hash(randomBytes(32).toString('base64'), this.rounds);
    return this.decoy;
  }
}
