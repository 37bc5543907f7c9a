/**
 * Why a start is not offered, in the order in which the rules are applied: the first that excludes it is the answer. The first five
 * hold for a whole request or a place on the grid, the others are masks that are laid one upon the other.
 */
export const REFUSALS = [
  'PET_NOT_ACCEPTED',
  'NO_DURATION',
  'NO_STAFF',
  'NO_RESOURCE',
  'STEP',
  'LEAD_TIME',
  'HORIZON',
  'CLOSED',
  'NOT_WORKING',
  'TIME_OFF',
  'STAFF_BUSY',
  'RESOURCE_BUSY',
  'QUOTA_FULL',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** The masks, by the rule they stand for. `NOT_WORKING` is for stays a time at which no pet may be brought. */
export const MASK_RULES = REFUSALS.slice(5) as readonly MaskRule[];
export type MaskRule = Exclude<Refusal, 'PET_NOT_ACCEPTED' | 'NO_DURATION' | 'NO_STAFF' | 'NO_RESOURCE' | 'STEP'>;

/** How many masks to apply: all up to and including a rule's. */
export const depthOf = (rule: MaskRule): number => MASK_RULES.indexOf(rule) + 1;
export const FULL_DEPTH = MASK_RULES.length;
