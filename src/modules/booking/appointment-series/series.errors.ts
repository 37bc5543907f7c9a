import { AppError } from '../../../core/errors/index.js';
import type { OccurrenceReport } from './series-report.service.js';

/** Nothing was booked; the details say what is in the way. */
export const seriesConflict = (occurrences: readonly OccurrenceReport[]): AppError =>
  AppError.conflict('SERIES_CONFLICT', 'Not every occurrence can be booked; nothing was', { occurrences });

/** It took longer than it may, so that another process took it for dead. */
export const seriesUndone = (): AppError =>
  new AppError('SERIES_UNDONE', 503, 'Booking the series took too long, so it was undone; try again');
