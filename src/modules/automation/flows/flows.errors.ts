import { AppError } from '../../../core/errors/index.js';
import type { FlowProblem } from '../flow-core/index.js';
import type { FailedScenario } from './scenarios/scenario-judge.js';

const UNPROCESSABLE = 422;

export const flowNotFound = (): AppError => AppError.notFound('Flow');

export const nameTaken = (): AppError =>
  AppError.conflict('NAME_TAKEN', 'A flow with this name exists; choose another name');

export const tooMany = (what: string, maximum: number): AppError =>
  AppError.conflict('LIMIT_REACHED', `There are ${maximum} ${what} already, which is the limit; delete one first`);

/** What a caller must know to load the flow again. */
export interface DraftConflict {
  readonly draft_rev: number;
  readonly edited_by: { readonly _id: string; readonly full_name: string };
  readonly edited_at: Date;
}

export const draftConflict = (conflict: DraftConflict): AppError => {
  const who = conflict.edited_by.full_name || 'Somebody';
  return AppError.conflict('DRAFT_CONFLICT', `${who} has changed this flow meanwhile; load it again`, conflict);
};

export const hasProblems = (problems: readonly FlowProblem[]): AppError => {
  const message = 'The flow has problems; correct what details.problems names and publish again';
  return new AppError('FLOW_HAS_PROBLEMS', UNPROCESSABLE, message, { problems });
};

export const scenarioFailed = (scenarios: readonly FailedScenario[]): AppError => {
  const names = scenarios.map(({ name }) => `"${name}"`).join(', ');
  const message = `The flow does not do what its scenarios expect: ${names}; correct the flow or the scenarios`;
  return new AppError('SCENARIO_FAILED', UNPROCESSABLE, message, { scenarios });
};

export const secretsForbidden = (): AppError =>
  AppError.forbidden(
    'The flow sends a secret in a header, so it needs the permission secrets:manage; ask an owner or manager',
  );

export const neverPublished = (): AppError =>
  AppError.conflict('FLOW_NOT_PUBLISHED', 'The flow was never published; publish it first');

export const publishedByOthers = (): AppError =>
  AppError.conflict('CONCURRENT_CHANGE', 'Other requests published this flow at the same time; try again');
