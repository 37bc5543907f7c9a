import { availableParallelism } from 'node:os';
import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import bcrypt from 'bcrypt';
import pLimit from 'p-limit';
import { AppConfig } from '../../../../core/config/index.js';
import { passwordWorkersBusy } from '../users.errors.js';
import { PasswordStrengthChecker } from './password-strength-checker.js';

/** bcrypt ignores the rest, so a longer password is refused. */
export const MAX_PASSWORD_BYTES = 72;
export const MIN_PASSWORD_LENGTH = 8;

/** At the default cost the last in the queue waits about 20 s on two cores. */
const QUEUE_LIMIT = 64;

/** Null stands for "no such account" and takes just as long. */
export type ComparePassword = (password: string, hash: string | null) => Promise<boolean>;

/** One core stays free for other work, and a flood of log-ins is refused with 503 UNAVAILABLE. */
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

  /** Before the first request, so that the first unknown address takes no longer than the next one. */
  async onModuleInit(): Promise<void> {
    await this.decoyHash();
  }

  /** @throws AppError VALIDATION_ERROR for a password that is easily guessed | UNAVAILABLE */
  async hash(password: string): Promise<string> {
    await this.strength.assertGood(password);
    return this.inSlot(() => bcrypt.hash(password, this.rounds));
  }

  verify(password: string, hash: string | null): Promise<boolean> {
    return this.inTurn((compare) => compare(password, hash));
  }

  /**
   * Runs work that compares passwords while it holds a slot, so that parallel guesses cannot overtake its reads
   * and writes.
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

  private decoyHash(): Promise<string> {
    this.decoy ??= bcrypt.hash(randomBytes(32).toString('base64'), this.rounds);
    return this.decoy;
  }
}
