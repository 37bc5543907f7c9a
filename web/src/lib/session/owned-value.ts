/** The stored form of a value that belongs to one user. */
export const ownedText = (owner: string, value: unknown): string => JSON.stringify({ owner, value });

/** The stored value; undefined if it belongs to another user or cannot be read. */
export function ownedValue(text: string | null, owner: string): unknown {
  try {
    const stored = JSON.parse(text ?? '{}') as { owner?: unknown; value?: unknown };
    return stored.owner === owner ? stored.value : undefined;
  } catch {
    return undefined;
  }
}
