const COLOURS = 8;

/** One of eight colours for a service, the same each time. */
export function serviceColour(serviceId: string): number {
  let sum = 0;
  for (const character of serviceId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum % COLOURS;
}
