import { type PipelineStage, type Schema, Types } from 'mongoose';
import { isSystemComment } from './company-scope.js';
import { companyChange, isSameCompany, reachingStage, TENANT_KEY, TenantWallError } from './tenant-rules.js';

const REPLACING_OPERATIONS = ['replaceOne', 'findOneAndReplace'];
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
  [operation: string]:
    | {
        filter?: Record<string, unknown>;
        document?: Record<string, unknown>;
        replacement?: Record<string, unknown>;
        update?: unknown;
      }
    | undefined;
}

/**
 * Refuses every Mongoose operation whose filter does not name one company by equality, unless it carries a {@link
 * isSystemComment} comment. `populate`, `save` of a loaded document and `watch` are always refused, because they
 * name no company.
 */
export function tenantWall(schema: Schema): void {
  schema.pre([...QUERY_OPERATIONS] as never, function guard(this: GuardedQuery) {
    const isReplacing = REPLACING_OPERATIONS.includes(this.op);
    if (isReplacing) assertTenantReplacement(this.op, this.getFilter(), this.getUpdate?.());
    else assertTenantUpdate(this.op, this.getUpdate?.());
    if (isSystemComment(this.getOptions()['comment'])) return;
    assertTenantFilter(this.op, this.getFilter());
  });
  schema.pre('estimatedDocumentCount', () => {
    throw new TenantWallError('estimatedDocumentCount');
  });
  schema.pre('aggregate', function guard() {
    if (!isSystemComment(this.options['comment'])) assertTenantPipeline(this.pipeline());
  });
  schema.pre('save', function guard() {
    if (!this.isNew) throw new TenantWallError('save of a loaded document');
  });
  schema.static(
    'watch' as never,
    (() => {
      throw new TenantWallError('watch');
    }) as never,
  );
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

export function assertTenantFilter(operation: string, filter: Readonly<Record<string, unknown>> | undefined): void {
  if (!(filter?.[TENANT_KEY] instanceof Types.ObjectId)) throw new TenantWallError(operation);
}

/**
 * @throws TenantWallError if the pipeline does not begin with a $match on one company, or reaches another collection
 */
export function assertTenantPipeline(pipeline: readonly PipelineStage[]): void {
  const [first] = pipeline;
  assertTenantFilter('aggregate', first && '$match' in first ? first.$match : undefined);
  const reaching = reachingStage(pipeline);
  if (reaching) throw new TenantWallError(`aggregate ${reaching}`);
}

/** @throws TenantWallError if an update could give a document another company */
export function assertTenantUpdate(operation: string, update: unknown): void {
  const change = companyChange(update);
  if (change) throw new TenantWallError(`${operation} ${change}`);
}

export function assertTenantDocument(operation: string, doc: unknown): void {
  if (!(doc as Record<string, unknown> | null)?.[TENANT_KEY]) throw new TenantWallError(operation);
}

function assertTenantReplacement(operation: string, filter: Record<string, unknown> | undefined, doc: unknown): void {
  if (!isSameCompany(filter, (doc ?? {}) as Record<string, unknown>)) throw new TenantWallError(operation);
}

function assertTenantBulkOperation(operation: BulkOperation): void {
  for (const [name, body] of Object.entries(operation)) {
    if (name === 'insertOne') assertTenantDocument('bulkWrite insertOne', body?.document);
    else assertTenantFilter(`bulkWrite ${name}`, body?.filter);
    if (name === 'replaceOne') assertTenantReplacement('bulkWrite replaceOne', body?.filter, body?.replacement);
    assertTenantUpdate(`bulkWrite ${name}`, body?.update);
  }
}
