import { type PipelineStage, type Schema, Types } from 'mongoose';
import { isSystemComment } from './company-scope.js';

const TENANT_KEY = 'company_id';

/** Thrown when a query could reach another company's documents; it is a defect of ours, never a client's mistake. */
export class TenantWallError extends Error {
  constructor(operation: string) {
    super(`${operation} on a tenant collection without ${TENANT_KEY}`);
    this.name = 'TenantWallError';
  }
}

const QUERY_OPERATIONS = [
  'countDocuments',
  'distinct',
  'find',
  'findOne',
  'findOneAndReplace',
  'findOneAndUpdate',
  'replaceOne',
  'updateMany',
  'updateOne',
  'deleteMany',
  'deleteOne',
  'findOneAndDelete',
] as const;

interface GuardedQuery {
  op: string;
  getFilter(): Record<string, unknown>;
  getOptions(): Record<string, unknown>;
  getUpdate?(): unknown;
}

interface BulkOperation {
  insertOne?: { document: Record<string, unknown> };
  [operation: string]: { filter?: Record<string, unknown>; document?: Record<string, unknown> } | undefined;
}

/**
 * Refuses every Mongoose operation whose filter is not pinned to one company by equality. `populate` is refused with
 * it, since its query carries only ids. A cross-company duty carries a {@link isSystemComment} comment instead.
 */
export function tenantWall(schema: Schema): void {
  schema.pre([...QUERY_OPERATIONS] as never, function guard(this: GuardedQuery) {
    assertTenantUpdate(this.op, this.getUpdate?.());
    if (isSystemComment(this.getOptions()['comment'])) return;
    assertTenantFilter(this.op, this.getFilter());
  });
  schema.pre('estimatedDocumentCount', () => {
    throw new TenantWallError('estimatedDocumentCount');
  });
  schema.pre('aggregate', function guard() {
    if (!isSystemComment(this.options['comment'])) assertTenantPipeline(this.pipeline());
  });
  schema.pre('insertMany', function guard(docs: unknown) {
    for (const doc of Array.isArray(docs) ? (docs as unknown[]) : [docs]) assertTenantDocument('insertMany', doc);
  } as never);
  schema.pre(
    'bulkWrite' as never,
    function guard(operations: unknown) {
      for (const operation of operations as BulkOperation[]) assertTenantBulkOperation(operation);
    } as never,
  );
}

/** @throws TenantWallError */
export function assertTenantFilter(operation: string, filter: Readonly<Record<string, unknown>> | undefined): void {
  if (!(filter?.[TENANT_KEY] instanceof Types.ObjectId)) throw new TenantWallError(operation);
}

/** @throws TenantWallError when the pipeline does not begin with a $match on one company, or reaches outside it. */
export function assertTenantPipeline(pipeline: readonly PipelineStage[]): void {
  const [first] = pipeline;
  assertTenantFilter('aggregate', first && '$match' in first ? first.$match : undefined);
  for (const stage of pipeline) {
    for (const name of ['$lookup', '$graphLookup', '$unionWith', '$out', '$merge', '$facet']) {
      if (name in stage) throw new TenantWallError(`aggregate ${name}`);
    }
  }
}

/** @throws TenantWallError when an update would move a document to another company. */
export function assertTenantUpdate(operation: string, update: unknown): void {
  const stages = Array.isArray(update) ? (update as unknown[]) : [update];
  for (const stage of stages) {
    for (const [operator, fields] of Object.entries((stage ?? {}) as Record<string, unknown>)) {
      const names = operator === '$unset' && Array.isArray(fields) ? (fields as string[]) : Object.keys(fields ?? {});
      if (operator !== '$setOnInsert' && names.includes(TENANT_KEY))
        throw new TenantWallError(`${operation} ${operator}`);
    }
  }
}

function assertTenantDocument(operation: string, doc: unknown): void {
  if (!(doc as Record<string, unknown> | null)?.[TENANT_KEY]) throw new TenantWallError(operation);
}

function assertTenantBulkOperation(operation: BulkOperation): void {
  for (const [name, body] of Object.entries(operation)) {
    if (name === 'insertOne') assertTenantDocument('bulkWrite insertOne', body?.document);
    else assertTenantFilter(`bulkWrite ${name}`, body?.filter);
    if (body && 'update' in body) assertTenantUpdate(`bulkWrite ${name}`, body.update);
  }
}
