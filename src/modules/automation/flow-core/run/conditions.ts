import { dateFromText, dateIn, isoDateOf } from '../answers/dates.js';
import type { FlowFacts, Json, PetFacts } from '../core.types.js';
import { type ConditionData, VARIABLE_NAME } from '../graph.js';
import { foldWords, matchesPattern, matchesWords } from '../keywords.js';
import { fill, inWords, type TemplateValues, valueAt } from '../texts.js';

interface World {
  readonly facts: FlowFacts;
  readonly values: TemplateValues;
  readonly now: Date;
}

export function isTrue(condition: ConditionData, world: World): boolean {
  const { facts } = world;
  switch (condition.kind) {
    case 'keyword':
      return matchesWords(facts.last_text, condition.words ?? []);
    case 'variable':
      return compares(condition, world);
    case 'tag':
      return facts.contact.tags.some((tag) => foldWords(tag) === foldWords(condition.tag ?? ''));
    case 'business_hours':
      return facts.is_open_now;
    case 'window_open':
      return facts.is_window_open;
    case 'vaccination_valid':
      return isVaccinated(condition, world);
  }
}

/** The path that a condition names: `color` is short for `vars.color`. */
export function pathOf(variable: string): string {
  return VARIABLE_NAME.test(variable) ? `vars.${variable}` : variable;
}

function compares(
  { variable = '', operator, value: template = '' }: ConditionData,
  { facts, values, now }: World,
): boolean {
  const value = valueAt(values, pathOf(variable)) ?? null;
  if (operator === 'matches') return matchesPattern(inWords(value), template);
  const other = fill(template, values, 'text');
  const today = dateIn(facts.company.time_zone, now);
  switch (operator) {
    case 'exists':
      return value !== '' && value !== null && !(Array.isArray(value) && value.length === 0);
    case 'equals':
      return isEqual(value, other, today);
    case 'not_equals':
      return !isEqual(value, other, today);
    case 'contains':
      return contains(value, other, today);
    case 'greater':
      return (order(value, other, today) ?? 0) > 0;
    case 'less':
      return (order(value, other, today) ?? 0) < 0;
    default:
      return false;
  }
}

function isEqual(value: Json, other: string, today: string): boolean {
  const byOrder = order(value, other, today);
  if (byOrder !== null) return byOrder === 0;
  const text = inWords(value);
  const [folded, otherFolded] = [foldWords(text), foldWords(other)];
  return folded === '' && otherFolded === '' ? text.trim() === other.trim() : folded === otherFolded;
}

function contains(value: Json, other: string, today: string): boolean {
  if (other.trim() === '') return false;
  if (Array.isArray(value)) return value.some((item: Json) => isEqual(item, other, today));
  return foldWords(inWords(value)).includes(foldWords(other));
}

/** Negative, 0 or positive if the value is less than, equal to or greater than the other; null if they are neither two numbers nor two dates. */
function order(value: Json, other: string, today: string): number | null {
  const [left, right] = [numberOf(value), numberOf(other)];
  if (left !== null && right !== null) return left - right;
  const date = typeof value === 'string' ? isoDateOf(value) : null;
  const otherDate = date && (isoDateOf(other) ?? dateFromText(other, today));
  if (!date || !otherDate) return null;
  if (date === otherDate) return 0;
  return date < otherDate ? -1 : 1;
}

function numberOf(value: Json): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*[+-]?\d{1,15}([.,]\d{1,15})?\s*$/.test(value)) return null;
  return Number(value.replace(',', '.'));
}

/** Without `words` the pet must have a vaccination, and the newest of each name must be valid. */
function isVaccinated({ variable, words = [] }: ConditionData, world: World): boolean {
  const date = dayOf(variable, world);
  const vaccinations = world.facts.pets[0]?.vaccinations ?? [];
  if (date === null || vaccinations.length === 0) return false;
  const isValid = (wanted: Vaccination[]): boolean =>
    wanted.some(({ expires_on: end }) => end === null || end.slice(0, date.length) >= date);
  if (words.length > 0)
    return words.every((word) => isValid(vaccinations.filter(({ name }) => matchesWords(name, [word]))));
  const names = new Set(vaccinations.map(({ name }) => foldWords(name)));
  return [...names].every((wanted) => isValid(vaccinations.filter(({ name }) => foldWords(name) === wanted)));
}

type Vaccination = PetFacts['vaccinations'][number];

/** The day to look at: of a variable (a date, a moment or a slot), of the appointment, or today. */
function dayOf(variable: string | undefined, { facts, values, now }: World): string | null {
  const zone = facts.company.time_zone;
  if (variable === undefined || variable === '') return dateIn(zone, now);
  const isAppointment = variable.startsWith('appointment.');
  const value = isAppointment ? facts.appointment?.starts_at : valueAt(values, pathOf(variable));
  const text =
    typeof value === 'object' && value !== null
      ? valueAt({ value: value as Record<string, Json> }, 'value.starts_at')
      : value;
  if (typeof text !== 'string') return null;
  const hasTime = /^\d{4}-\d{2}-\d{2}T/.test(text);
  const moment = new Date(hasTime ? text : NaN);
  return Number.isNaN(moment.getTime()) ? isoDateOf(text) : dateIn(zone, moment);
}
