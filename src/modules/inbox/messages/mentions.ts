/** Returns the people whose names follow an @. Ignores case and accents. `@Ana Maria` does not mention Ana. */
export function mentionedIn<Person extends { full_name: string }>(text: string, people: readonly Person[]): Person[] {
  const names = [...new Set(people.map(({ full_name }) => folded(full_name)))].toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return [];
  const pattern = new RegExp(String.raw`@(${names.map(escaped).join('|')})(?![\p{L}\p{N}])`, 'gu');
  const found = new Set([...folded(text).matchAll(pattern)].map(([, name]) => name));
  return people.filter(({ full_name }) => found.has(folded(full_name)));
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const escaped = (name: string): string => name.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
