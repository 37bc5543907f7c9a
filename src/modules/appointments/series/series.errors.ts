import { AppError } from '../../../core/errors/index.js';
import type { OccurrenceReport } from './series-report.js';

/** Nothing was booked; the details say what is in the way. */
export const seriesConflict = (occurrences: readonly OccurrenceReport[]): AppError =>
  AppError.conflict('SERIES_CONFLICT', 'Not every occurrence can be booked; nothing was', { occurrences });
