import { Injectable } from '@nestjs/common';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { AppError } from '../../../../core/errors/index.js';

/** Of zxcvbn's 0 to 4; a lower score falls to fewer than a million guesses. */
const LEAST_SCORE = 2;
const MESSAGE = 'password is too easy to guess. Choose another password, for instance four unrelated words';

/** Refuses common passwords, repetitions, sequences and rows of keys. */
@Injectable()
export class PasswordStrengthChecker {
  private checker: Promise<ZxcvbnFactory> | undefined;

  async assertGood(password: string): Promise<void> {
    this.checker ??= loadChecker();
    const { score } = (await this.checker).check(password);
    if (score < LEAST_SCORE) throw AppError.validation([{ field: 'password', message: MESSAGE }]);
  }
}

/** Loaded for the first new password: the lists take memory and time that most processes never need. */
async function loadChecker(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
