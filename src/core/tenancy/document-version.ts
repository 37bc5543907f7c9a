import { AppError } from '../errors/index.js';

/** Counts the changes of a document; missing means 0. */
export interface HasRevision {
  revision?: number;
}

/** The version of a document as the API shows it; for {@link atVersion}. */
export function versionOf({ revision = 0 }: HasRevision): number {
  return revision;
}

/** Filter of a write: the document still has the version. An undefined version is any version. */
export function atVersion(version: number | undefined): { revision?: number | { $in: (number | null)[] } } {
  if (version === undefined) return {};
  return { revision: version === 0 ? { $in: [0, null] } : version };
}

/** @param what names the document, for instance 'Contact' @param version the one that it has now */
export function versionMismatch(what: string, version: number): AppError {
  const message = `${what} has been changed since you read it; read it again`;
  return new AppError('VERSION_MISMATCH', 412, message, { version });
}

/** @throws AppError VERSION_MISMATCH unless the document has the version; an undefined version is any version */
export function assertVersion(what: string, document: HasRevision, version: number | undefined): void {
  const current = versionOf(document);
  if (version !== undefined && version !== current) throw versionMismatch(what, current);
}
