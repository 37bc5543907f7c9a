/** Thrown by a handler when another attempt cannot help: the job fails at once. */
export class UnretryableJobError extends Error {
  override readonly name = 'UnretryableJobError';
}

/** The process is stopping: the job goes back to the queue for another process. */
export class JobReleasedError extends Error {
  override readonly name = 'JobReleasedError';
}

export class JobTimeoutError extends Error {
  override readonly name = 'JobTimeoutError';
}

export const CRASHED_MESSAGE = 'The process ended during every attempt';

export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
