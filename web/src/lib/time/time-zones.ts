const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone of this browser; only a proposal for the company's own. */
export const browserTimeZone = (): string => own;

/** All zones by their IANA name, as choices of a field. */
export const TIME_ZONES: { value: string; label: string }[] = [
  ...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')]),
]
  .sort()
  .map((value) => ({ value, label: value.replaceAll('_', ' ') }));
