import { IsTimeZone } from 'class-validator';
import { isCalendarDate } from './calendar-date.js';
import { isEndOfWindow, isInstant, isTimeOfDay } from './checks.js';
import { check, Field, type FieldOptions } from './field.js';

export const TimeOfDay = (options: FieldOptions = {}): PropertyDecorator =>
  Field({ type: String, example: '09:00' }, options, check('isTimeOfDay', isTimeOfDay, 'a time "HH:MM"'));

/** Local "HH:MM", or "24:00". */
export const EndOfWindow = (options: FieldOptions = {}): PropertyDecorator =>
  Field(
    { type: String, example: '18:00' },
    options,
    check('isEndOfWindow', isEndOfWindow, 'a time "HH:MM", or "24:00"'),
  );

export const LocalDate = (options: FieldOptions = {}): PropertyDecorator =>
  Field(
    { type: String, format: 'date' },
    options,
    check('isCalendarDate', isCalendarDate, 'an existing day as YYYY-MM-DD'),
  );

/** ISO 8601 with an offset. */
export const Instant = (options: FieldOptions = {}): PropertyDecorator =>
  Field(
    { type: String, format: 'date-time' },
    options,
    check('isInstant', isInstant, 'an ISO 8601 instant, such as 2030-01-31T09:00:00Z'),
  );

/** One end of a list: an instant, or a local date of the company, which is included. */
export const DayOrInstant = (options: FieldOptions = {}): PropertyDecorator =>
  Field(
    { type: String, example: '2030-01-31' },
    options,
    check(
      'isDayOrInstant',
      (value) => isInstant(value) || isCalendarDate(value),
      'a date YYYY-MM-DD, or an ISO 8601 instant',
    ),
  );

export const TimeZone = (options: FieldOptions = {}): PropertyDecorator =>
  Field({ type: String, example: 'America/Sao_Paulo' }, options, IsTimeZone());
