import type { EffectOutcome, OfferedPet } from '../flow-core/index.js';

/** An action that cannot be done. It becomes an outcome: the run goes on by the error outlet. */
export class ActionFailure extends Error {
  override readonly name = 'ActionFailure';

  /**
   * @param code stable, in the README of this module @param message for staff, without secrets
   * @param pets the run asks the customer for one of them, and repeats the action
   */
  constructor(
    readonly code: string,
    message: string,
    private readonly pets?: readonly OfferedPet[],
  ) {
    super(message);
  }

  toOutcome(): EffectOutcome {
    const { code, message, pets } = this;
    return { ok: false, code, message, ...(pets && { pets }) };
  }
}
