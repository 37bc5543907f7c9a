export const TENANT_KEY = 'company_id';

/** A query could reach documents of another company. It is our defect, never a mistake of the client. */
export class TenantWallError extends Error {
  constructor(operation: string) {
    super(`${operation} on a tenant collection without ${TENANT_KEY}`);
    this.name = 'TenantWallError';
  }
}

type Doc = Readonly<Record<string, unknown>>;

/** Stages that read or write another collection, or hide stages that do. */
const REACHING_STAGES = ['$lookup', '$graphLookup', '$unionWith', '$out', '$merge', '$facet'];
/** Other stages replace the whole document. */
const FIELD_STAGES = ['$set', '$addFields', '$unset'];

export function reachingStage(pipeline: readonly object[]): string | undefined {
  return pipeline.flatMap((stage) => Object.keys(stage)).find((name) => REACHING_STAGES.includes(name));
}

export function reachedCollections(pipeline: unknown): string[] {
  if (typeof pipeline !== 'object' || pipeline === null) return [];
  return Object.entries(pipeline).flatMap(([name, value]) => {
    const isTarget = ['from', 'coll', 'into', '$unionWith', '$out'].includes(name) && typeof value === 'string';
    return isTarget ? [value] : reachedCollections(value);
  });
}

/**
 * The part of an update that changes the company of a document, or undefined. {@link isSameCompany} judges
 * replacements.
 */
export function companyChange(update: unknown): string | undefined {
  if (Array.isArray(update)) return (update as Doc[]).map(stageChange).find(Boolean);
  for (const [operator, fields] of Object.entries((update ?? {}) as Doc)) {
    if (!operator.startsWith('$')) {
      if (isCompanyPath(operator)) return operator;
      continue;
    }
    const paths = Object.keys(Object(fields) as object);
    const targets = operator === '$rename' ? Object.values(fields as Doc) : [];
    if ([...paths, ...targets].some(isCompanyPath)) return operator;
  }
  return undefined;
}

export function isReplacement(update: unknown): update is Doc {
  const isObject = typeof update === 'object' && update !== null && !Array.isArray(update);
  return isObject && !Object.keys(update).some((key) => key.startsWith('$'));
}

export function isSameCompany(filter: Doc | undefined, replacement: Doc): boolean {
  const [pinned, kept] = [filter?.[TENANT_KEY], replacement[TENANT_KEY]];
  return isId(pinned) && isId(kept) && pinned.toHexString() === kept.toHexString();
}

/** By structure, not by class: several bson versions may be loaded. */
export function isId(value: unknown): value is { toHexString(): string } {
  return typeof value === 'object' && value !== null && (value as Doc)['_bsontype'] === 'ObjectId';
}

function stageChange(stage: Doc): string | undefined {
  for (const [name, fields] of Object.entries(stage)) {
    if (!FIELD_STAGES.includes(name)) return name;
    const paths = name === '$unset' ? [fields].flat() : Object.keys(Object(fields) as object);
    if (paths.some(isCompanyPath)) return name;
  }
  return undefined;
}

function isCompanyPath(path: unknown): boolean {
  return typeof path === 'string' && (path === TENANT_KEY || path.startsWith(`${TENANT_KEY}.`));
}
