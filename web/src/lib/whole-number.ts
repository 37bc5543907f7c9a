/** The whole number that a person has typed; undefined for any other text. */
export const parseWhole = (text: string): number | undefined =>
  /^\d{1,7}$/.test(text.trim()) ? Number(text) : undefined;
