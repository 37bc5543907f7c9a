/**
 * Refusals in the order of their rules; the first one that excludes a start is reported. The first four hold for the
 * whole request. STEP holds for one start and has no mask.
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

/** For stays `NOT_WORKING` is a time outside arrival hours. */
export const MASK_RULES = REFUSALS.slice(5) as readonly MaskRule[];
export type MaskRule = Exclude<Refusal, 'PET_NOT_ACCEPTED' | 'NO_DURATION' | 'NO_STAFF' | 'NO_RESOURCE' | 'STEP'>;

/** The number of masks up to and including a rule. */
export const maskCountOf = (rule: MaskRule): number => MASK_RULES.indexOf(rule) + 1;
export const FULL_MASK_COUNT = MASK_RULES.length;
