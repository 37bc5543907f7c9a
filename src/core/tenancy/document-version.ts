import { AppError } from '../errors/index.js';

/** `revision` counts the changes of a document; missing means 0. */
export interface HasRevision {
  revision?: number;
}

/** The version that the API shows; for {@link atVersion}. */
export function versionOf({ revision = 0 }: HasRevision): number {
  return revision;
}

/** Write filter: the document still has the version. Undefined matches any version. */
export function atVersion(version: number | undefined): { revision?: number | { $in: (number | null)[] } } {
  if (version === undefined) return {};
  return { revision: version === 0 ? { $in: [0, null] } : version };
}

/** @param what names the document, for instance 'Contact' @param version its current version */
export function versionMismatch(what: string, version: number): AppError {
  const message = `${what} has changed since you read it; read it again and repeat the change`;
  return new AppError('VERSION_MISMATCH', 412, message, { version });
}

/** @throws AppError VERSION_MISMATCH unless the document has the version; undefined matches any version */
export function assertVersion(what: string, document: HasRevision, version: number | undefined): void {
  const current = versionOf(document);
  if (version !== undefined && version !== current) throw versionMismatch(what, current);
}
