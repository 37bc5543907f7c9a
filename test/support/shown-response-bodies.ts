import { Test } from 'supertest';

type StatusCheck = (status: number, response: { status: number; text?: string }) => Error | undefined;

const MAX_SHOWN = 500;
const checks = Test.prototype as unknown as { _assertStatus: StatusCheck };
const check = checks._assertStatus;

/** A failed check of the status also shows the body, which says why. */
checks._assertStatus = function (this: unknown, status, response) {
  const error = check.call(this, status, response);
  if (error && response.text) error.message += `: ${response.text.slice(0, MAX_SHOWN)}`;
  return error;
};
