import { AppError } from '../../../core/errors/index.js';

export const badPeriod = (maxDays: number): AppError =>
  new AppError('BAD_PERIOD', 400, `Ask for 1 to ${maxDays} days; \`to\` must not lie before \`from\``);
