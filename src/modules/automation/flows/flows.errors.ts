import { AppError } from '../../../core/errors/index.js';

export const nameTaken = (): AppError =>
  AppError.conflict('NAME_TAKEN', 'A flow with this name exists; choose another name');
