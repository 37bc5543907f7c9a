export const IMPORT_KINDS = ['customers', 'services', 'appointments'] as const;
/** What the rows of a file are. */
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Reads the kind from the address; customers without one. */
export function readImportSearch({ kind }: Record<string, unknown>): { kind?: ImportKind } {
  const known = IMPORT_KINDS.find((name) => name === kind);
  return known ? { kind: known } : {};
}
