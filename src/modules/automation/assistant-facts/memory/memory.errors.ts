import { AppError } from '../../../../core/errors/index.js';
import { MAX_FACTS } from './memory.repository.js';

export const tooManyFacts = (): AppError =>
  AppError.conflict('TOO_MANY_FACTS', `A contact has ${MAX_FACTS} facts at most; delete some that are not needed`);
