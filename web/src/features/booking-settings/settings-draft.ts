import type { Schemas } from '#web/lib/api/client.ts';
import { parseWhole } from '#web/lib/whole-number.ts';
import type { BookingSettings, Size } from './booking-settings-queries.ts';
import { type PolicyDraft, policyDraft, policyOf, wrongPolicyFields } from './policy-draft.ts';

/** The booking settings in the form. Numbers are texts, as they are typed. */
export interface SettingsDraft {
  public_page: boolean;
  public_approval: boolean;
  request_hours: string;
  show_staff_names: boolean;
  contact_check: boolean;
  hide_dead_gaps: boolean;
  hold_minutes: string;
  holds_per_visitor: string;
  waitlist_offer_minutes: string;
  deposit_minutes: string;
  deposit_refund: boolean;
  hasQuietHours: boolean;
  quiet_hours: { from: string; to: string };
  customer_notices: { mail: boolean; message: boolean };
  policy: PolicyDraft;
  /** From small to large; an empty weight has no end. */
  sizes: { name: string; max_kg: string }[];
}

const NIGHT = { from: '21:00', to: '08:00' };

/** The numbers, with their limits in the API. */
const NUMBERS = {
  request_hours: [1, 720],
  hold_minutes: [1, 60],
  holds_per_visitor: [1, 10],
  waitlist_offer_minutes: [1, 1_440],
  deposit_minutes: [5, 1_440],
} as const;
type NumberField = keyof typeof NUMBERS;
const NUMBER_FIELDS = Object.keys(NUMBERS) as NumberField[];

export function settingsDraft(settings: BookingSettings): SettingsDraft {
  const { public_page, public_approval, show_staff_names, contact_check, hide_dead_gaps, quiet_hours } = settings;
  const texts = Object.fromEntries(NUMBER_FIELDS.map((field) => [field, String(settings[field])]));
  return {
    ...{ public_page, public_approval, show_staff_names, contact_check, hide_dead_gaps },
    ...(texts as Record<NumberField, string>),
    hasQuietHours: quiet_hours !== null,
    quiet_hours: quiet_hours ?? NIGHT,
    customer_notices: settings.customer_notices,
    deposit_refund: settings.deposit_refund,
    policy: policyDraft(settings.policy),
    sizes: settings.sizes.map(({ name, max_kg }) => ({ name, max_kg: String(max_kg ?? '') })),
  };
}

/** The settings for the API; the draft must have no problems. */
export function settingsBody(draft: SettingsDraft): Schemas['UpdateBookingSettingsDto'] {
  const { public_page, public_approval, show_staff_names, contact_check, hide_dead_gaps } = draft;
  const numbers = Object.fromEntries(NUMBER_FIELDS.map((field) => [field, parseWhole(draft[field])]));
  return {
    ...{ public_page, public_approval, show_staff_names, contact_check, hide_dead_gaps },
    ...(numbers as Record<NumberField, number>),
    quiet_hours: draft.hasQuietHours ? draft.quiet_hours : null,
    customer_notices: draft.customer_notices,
    deposit_refund: draft.deposit_refund,
    policy: policyOf(draft.policy),
    sizes: draft.sizes.map(({ name, max_kg }): Size => ({ name: name.trim(), max_kg: kilograms(max_kg) ?? null })),
  };
}

export type SettingsProblem = 'number' | 'sizeName' | 'sizeOrder';

/** What must be changed before the settings can be saved, by the field of the form. */
export function settingsProblems(draft: SettingsDraft): Record<string, SettingsProblem> {
  const problems: Record<string, SettingsProblem> = {};
  for (const field of NUMBER_FIELDS) {
    const value = parseWhole(draft[field]) ?? -1;
    const [least, most] = NUMBERS[field];
    if (value < least || value > most) problems[field] = 'number';
  }
  for (const field of wrongPolicyFields(draft.policy)) problems[`policy.${field}`] = 'number';
  const names = draft.sizes.map(({ name }) => name.trim().toLowerCase());
  draft.sizes.forEach(({ max_kg }, index) => {
    const name = names[index] ?? '';
    if (name === '' || names.indexOf(name) < index) problems[`sizes.${index}.name`] = 'sizeName';
    const before = index === 0 ? 0 : (kilograms(draft.sizes[index - 1]?.max_kg ?? '') ?? Infinity);
    const most = max_kg.trim() === '' && index === draft.sizes.length - 1 ? Infinity : (kilograms(max_kg) ?? 0);
    if (most <= before) problems[`sizes.${index}.max_kg`] = 'sizeOrder';
  });
  return problems;
}

/** Undefined if the text is no weight. */
function kilograms(text: string): number | undefined {
  const weight = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && weight > 0 ? weight : undefined;
}
