import type { SelfTestStep } from '../channels/index.js';
import { type ConnectionStep, LOGIN_STEPS, type StepStatus, TEST_EVENT } from './schemas/meta-connection.schema.js';

type Steps = readonly ConnectionStep[];
type StepKey = Pick<ConnectionStep, 'name' | 'external_id'>;

export function firstSteps(): ConnectionStep[] {
  return LOGIN_STEPS.map((name) => ({ name, status: name === 'login' ? 'running' : 'pending' }));
}

export function withStep(steps: Steps, key: StepKey, status: StepStatus, message?: string): ConnectionStep[] {
  return steps.map((step) => (isSame(step, key) ? { ...key, status, ...(message && { message }) } : step));
}

/** Adds the steps of an account, in place of those of an earlier try. */
export function withAccountSteps(steps: Steps, external_id: string, names: readonly SelfTestStep[]): ConnectionStep[] {
  const others = steps.filter((step) => step.external_id !== external_id);
  return [...others, ...names.map((name) => ({ name, status: 'pending' as const, external_id }))];
}

/** Starts the first pending step of the account. */
export function withNextRunning(steps: Steps, external_id: string): ConnectionStep[] {
  const next = steps.find((step) => step.external_id === external_id && step.status === 'pending');
  return next ? withStep(steps, next, 'running') : [...steps];
}

/** Fails the running or next step, and removes the open steps after it. */
export function withFailure(steps: Steps, external_id: string | undefined, message: string): ConnectionStep[] {
  const isOpen = (step: ConnectionStep): boolean =>
    step.external_id === external_id && (step.status === 'pending' || step.status === 'running');
  const failed = steps.find(isOpen);
  return steps
    .map((step) => (step === failed ? { ...step, status: 'failed' as const, message } : step))
    .filter((step) => !isOpen(step));
}

/** Adds a step that waits for a customer's first event, because Meta sends no test events. */
export function withTestEvent(steps: Steps, external_id: string): ConnectionStep[] {
  const message = 'Write to this account from another phone to see that messages come in';
  const others = steps.filter((step) => !isSame(step, { name: TEST_EVENT, external_id }));
  return [...others, { name: TEST_EVENT, status: 'waiting', message, external_id }];
}

function isSame(step: ConnectionStep, { name, external_id }: StepKey): boolean {
  return step.name === name && step.external_id === external_id;
}
