import type { EffectOutcome } from '../flow-core/index.js';

/** An action that cannot be done. It becomes an outcome: the run goes on by the error outlet. */
export class ActionFailure extends Error {
  override readonly name = 'ActionFailure';

  /** @param code stable, in the README of this module @param message for staff, without secrets */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  toOutcome(): EffectOutcome {
    return { ok: false, code: this.code, message: this.message };
  }
}
