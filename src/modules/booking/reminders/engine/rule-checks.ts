import { AppError } from '../../../../core/errors/index.js';
import type { ReminderRule } from '../schemas/reminder-rule.schema.js';
import { assertVariables } from './reminder-variables.js';

const UNPROCESSABLE = 422;
const MINUTES_A_DAY = 1_440;

export type RuleFields = Pick<
  ReminderRule,
  'kind' | 'minutes_before' | 'days_after' | 'hours_after' | 'once_per_months' | 'text' | 'channels' | 'template'
>;

/** Checks fields that depend on each other. @throws AppError VALIDATION_ERROR | VARIABLE_UNKNOWN | TEXT_MISSING | TEMPLATE_MISSING */
export function assertRule(rule: RuleFields): void {
  assertTime(rule);
  const texts = Object.entries(rule.text).filter(([, text]) => text?.trim());
  if (texts.length === 0)
    throw new AppError('TEXT_MISSING', UNPROCESSABLE, 'Write the text in at least one language', { field: 'text' });
  for (const [locale, text] of texts) assertVariables(rule.kind, `text.${locale}`, text ?? '');
  for (const [key, text] of Object.entries(rule.template?.values ?? {}))
    assertVariables(rule.kind, `template.values.${key}`, text);
  if (rule.channels.includes('template') && !rule.template) {
    const message = 'Name the template that is sent outside the reply window, or leave out the channel template';
    throw new AppError('TEMPLATE_MISSING', UNPROCESSABLE, message, { field: 'template' });
  }
}

function assertTime({ kind, minutes_before, days_after, hours_after, once_per_months }: RuleFields): void {
  const isBefore = kind === 'reminder' || kind === 'vaccination';
  if (isBefore !== (minutes_before !== null))
    throw invalid('minutes_before', `minutes_before ${isBefore ? 'is needed' : 'must be left out'} for ${kind}`);
  if (kind === 'vaccination' && (minutes_before ?? 0) % MINUTES_A_DAY !== 0)
    throw invalid('minutes_before', 'minutes_before must be whole days for vaccination');
  const given = [days_after, hours_after].filter((value) => value !== null).length;
  if (given !== (isBefore ? 0 : 1))
    throw invalid('days_after', isBefore ? `days_after is not for ${kind}` : 'give days_after or hours_after');
  if (hours_after !== null && kind === 'rebook') throw invalid('hours_after', 'rebook needs days_after');
  if ((kind === 'review') !== (once_per_months !== null))
    throw invalid('once_per_months', 'once_per_months is for review, which needs it');
}

const invalid = (field: string, message: string): AppError => AppError.validation([{ field, message }]);
