/** A saved answer in words; undefined for data that has no words, such as the answer of another system. */
export function savedWords(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const items = value.map(savedWords);
    return items.every((item) => item !== undefined) ? items.join(' · ') : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { label, service, date, time } = value as Record<string, unknown>;
  if (typeof label === 'string') return label;
  if (typeof date !== 'string' || typeof time !== 'string') return undefined;
  return [service, date, time].filter((part) => typeof part === 'string').join(', ');
}

/** What flows have saved. Names that begin with `_` are PetBuddy's own. */
export const savedAnswers = (vars: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(vars).filter(([name]) => !name.startsWith('_'));
