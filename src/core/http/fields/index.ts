export { isCalendarDate } from './calendar-date.js';
export { CURRENCY, PRICE } from './documented-fields.js';
export { check, Field, type FieldOptions } from './field.js';
export { Flag, MAX_PRICE, Money, Weekdays, Weight, WholeNumber } from './number-fields.decorators.js';
export { Part, Parts } from './object-fields.decorators.js';
export { Trimmed } from './presence.decorators.js';
export { QueryFlag, QueryIds, QueryNumber, QueryParts, QueryTexts } from './query-fields.decorators.js';
export { Choice, Email, Id, Ids, Pattern, Phone, RawText, Text, Texts } from './text-fields.decorators.js';
export { DayOrInstant, EndOfWindow, Instant, LocalDate, TimeOfDay, TimeZone } from './time-fields.decorators.js';
