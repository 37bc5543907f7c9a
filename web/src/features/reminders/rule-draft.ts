import type { ReminderChannel, ReminderKind, ReminderRule, RuleFields } from './reminders-queries.ts';

export const KINDS = ['reminder', 'aftercare', 'rebook', 'vaccination', 'review'] as const;
export const CHANNELS = ['message', 'template', 'mail'] as const;
export const LOCALES = ['pt-BR', 'en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];
export type Unit = 'minutes' | 'hours' | 'days';

const MINUTES: Readonly<Record<Unit, number>> = { minutes: 1, hours: 60, days: 1_440 };
const ALL_VARIABLES = ['contact.first_name', 'pet.name', 'service', 'date', 'time', 'staff', 'company', 'link'];

/** A rule as a form holds it. */
export interface RuleDraft {
  kind: ReminderKind;
  amount: string;
  unit: Unit;
  months: string;
  service_ids: string[];
  text: Record<Locale, string>;
  channels: ReminderChannel[];
  templateName: string;
  templateValues: Record<string, string>;
  active: boolean;
}

export type RuleTime = Pick<ReminderRule, 'minutes_before' | 'days_after' | 'hours_after'>;

/** The time of a rule in its largest whole unit. */
export function timeOf({ minutes_before, days_after, hours_after }: Partial<RuleTime>): { amount: number; unit: Unit } {
  if (days_after) return { amount: days_after, unit: 'days' };
  if (hours_after) return { amount: hours_after, unit: 'hours' };
  const minutes = minutes_before ?? MINUTES.days;
  // People say 24 hours before a visit, and 14 days before a vaccination ends.
  const isDays = minutes > MINUTES.days && minutes % MINUTES.days === 0;
  const unit = isDays ? 'days' : minutes % MINUTES.hours === 0 ? 'hours' : 'minutes';
  return { amount: minutes / MINUTES[unit], unit };
}

export const unitsOf = (kind: ReminderKind): readonly Unit[] =>
  kind === 'reminder' ? ['minutes', 'hours', 'days'] : isWholeDays(kind) ? ['days'] : ['hours', 'days'];

const isWholeDays = (kind: ReminderKind): boolean => kind === 'vaccination' || kind === 'rebook';

export const variablesOf = (kind: ReminderKind): readonly string[] =>
  kind === 'vaccination' ? ALL_VARIABLES.filter((name) => name !== 'time' && name !== 'staff') : ALL_VARIABLES;

export function draftOf(rule: Partial<RuleFields> & Pick<RuleFields, 'kind'>): RuleDraft {
  const { amount, unit } = timeOf(rule);
  return {
    kind: rule.kind,
    amount: String(amount),
    unit: unitsOf(rule.kind).includes(unit) ? unit : 'days',
    months: String(rule.once_per_months ?? 6),
    service_ids: rule.service_ids ?? [],
    text: { 'pt-BR': rule.text?.['pt-BR'] ?? '', en: rule.text?.en ?? '', es: rule.text?.es ?? '' },
    channels: rule.channels ?? ['message', 'mail'],
    templateName: rule.template?.name ?? '',
    templateValues: rule.template?.values ?? {},
    active: rule.active ?? true,
  };
}

export function fieldsOf(draft: RuleDraft): RuleFields {
  const { kind, unit, service_ids, channels, active } = draft;
  const amount = Number(draft.amount);
  const isBefore = kind === 'reminder' || kind === 'vaccination';
  const text = Object.fromEntries(LOCALES.flatMap((one) => (draft.text[one].trim() ? [[one, draft.text[one]]] : [])));
  const isByTemplate = channels.includes('template') && draft.templateName !== '';
  return {
    ...{ kind, service_ids, text, channels, active },
    minutes_before: isBefore ? amount * MINUTES[unit] : null,
    days_after: !isBefore && unit === 'days' ? amount : null,
    hours_after: !isBefore && unit === 'hours' ? amount : null,
    once_per_months: kind === 'review' ? Number(draft.months) : null,
    template: isByTemplate ? { name: draft.templateName, values: draft.templateValues } : null,
  };
}

/** What a change sends: the kind of a stored rule stays. */
export function changesOf(fields: RuleFields): Omit<RuleFields, 'kind'> {
  const changes: Partial<RuleFields> = { ...fields };
  delete changes.kind;
  return changes as Omit<RuleFields, 'kind'>;
}
