const KILOBYTE = 1_000;
const MEGABYTE = 1_000_000;

/** A size in words of the language: `320 kB`, `1.4 MB`. */
export function fileSize(bytes: number, locale: string): string {
  const [value, unit] =
    bytes < MEGABYTE
      ? [Math.max(1, Math.round(bytes / KILOBYTE)), 'kilobyte' as const]
      : [bytes / MEGABYTE, 'megabyte' as const];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}
