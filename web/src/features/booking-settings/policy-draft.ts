import type { Schemas } from '#web/lib/api/client.ts';
import { parseWhole } from '#web/lib/whole-number.ts';

export type Policy = Schemas['PolicyDto'];
/** A policy in a form: the numbers as they are typed. */
export type PolicyDraft = Record<keyof Policy, string>;

export const POLICY_FIELDS = [
  'free_cancel_hours',
  'free_reschedule_hours',
  'late_fee_percent',
  'max_reschedules',
  'no_show_fee_percent',
] as const satisfies readonly (keyof Policy)[];

/** The limits of the API. */
const MOST: Record<keyof Policy, number> = {
  free_cancel_hours: 8_760,
  free_reschedule_hours: 8_760,
  late_fee_percent: 100,
  max_reschedules: 100,
  no_show_fee_percent: 100,
};

export const policyDraft = (policy: Policy): PolicyDraft =>
  Object.fromEntries(POLICY_FIELDS.map((field) => [field, String(policy[field])])) as PolicyDraft;

/** A text that cannot be read counts as 0. */
export const policyOf = (draft: PolicyDraft): Policy =>
  Object.fromEntries(POLICY_FIELDS.map((field) => [field, parseWhole(draft[field]) ?? 0])) as Policy;

/** The fields whose text is no number within the limits. */
export const wrongPolicyFields = (draft: PolicyDraft): (keyof Policy)[] =>
  POLICY_FIELDS.filter((field) => {
    const value = parseWhole(draft[field]);
    return value === undefined || value > MOST[field];
  });
