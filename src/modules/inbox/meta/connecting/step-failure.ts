/** The message says what to do. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';
}
