import { AppError } from '../../../core/errors/index.js';
import type { OccurrenceReport } from './series-report.service.js';

export const seriesConflict = (occurrences: readonly OccurrenceReport[]): AppError =>
  AppError.conflict('SERIES_CONFLICT', 'Not every occurrence can be booked; nothing was', { occurrences });

/** Another process took this one for dead and undid the series. */
export const seriesUndone = (): AppError =>
  new AppError('SERIES_UNDONE', 503, 'Booking the series took too long, so it was undone; try again');
