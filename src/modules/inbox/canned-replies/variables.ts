/** What a text may name in double braces. */
export const CANNED_REPLY_VARIABLES = ['contact.name', 'pet.name', 'user.name'] as const;

const VARIABLE = /\{\{([^{}]*)\}\}/g;

/** Names in double braces that no client can fill in. */
export function unknownVariables(text: string): string[] {
  const names = [...text.matchAll(VARIABLE)].map(([, name = '']) => name.trim());
  return names.filter((name) => !(CANNED_REPLY_VARIABLES as readonly string[]).includes(name));
}
