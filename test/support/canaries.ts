import type { INestApplication } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { type Document, EJSON, ObjectId } from 'bson';
import type { Db } from 'mongodb';

/** The beginning of every planted string; no part of the product's own texts. */
export const CANARY = 'Kanarienvogel';

const EVENT_LOG = 'realtime_events';
const HEX_ID = /^[0-9a-f]{24}$/i;

/** A company's documents in every collection there is, by name and id. */
async function* documentsOf(db: Db, companyId: ObjectId): AsyncGenerator<{ collection: string; document: Document }> {
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  // The database lists them in another order after a new one is made.
  for (const collection of collections.map(({ name }) => name).sort()) {
    const filter = { $or: [{ company_id: companyId }, { _id: companyId }] };
    for await (const document of db.collection(collection).find(filter).sort({ _id: 1 }))
      yield { collection, document };
  }
}

/**
 * Puts a canary before every string of a company's documents, except ids and values from a fixed set: wherever one of
 * these strings comes to light, a substring search finds it and it names its field.
 * @returns how many strings were planted
 */
export async function plantCanaries(app: INestApplication, db: Db, companyId: ObjectId): Promise<number> {
  const models = Object.values(app.get<Connection>(getConnectionToken()).models);
  let planted = 0;
  for await (const { collection, document } of documentsOf(db, companyId)) {
    const schema = models.find((model) => model.collection.name === collection)?.schema;
    const isFixed = (path: string): boolean => {
      const enumValues = (schema?.path(path.replace(/\.\d+/g, '')) as { enumValues?: unknown[] } | undefined)
        ?.enumValues;
      return (enumValues?.length ?? 0) > 0;
    };
    const plant = (value: unknown, path: string): unknown => {
      if (typeof value === 'string') {
        if (HEX_ID.test(value) || isFixed(path)) return value;
        planted++;
        if (value.startsWith('{"')) return JSON.stringify(plant(JSON.parse(value), path));
        return `${CANARY}:${collection}.${path} ${value}`;
      }
      if (Array.isArray(value)) return value.map((item, index) => plant(item, `${path}.${index}`));
      if (typeof value !== 'object' || value === null || '_bsontype' in value || value instanceof Date) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, plant(item, path ? `${path}.${key}` : key)]),
      );
    };
    const { _id, ...fields } = document;
    await db.collection(collection).replaceOne({ _id: _id as ObjectId }, plant(fields, '') as Document);
  }
  return planted;
}

/** What follows the documents of a company in its own time: the event log, and how far flows have read it. */
const FOLLOWERS: ReadonlySet<string> = new Set([EVENT_LOG, 'flow_cursors']);

/** Everything that a company has stored, by collection and id, but for its {@link FOLLOWERS}. */
export async function storedBy(db: Db, companyId: ObjectId): Promise<Record<string, string>> {
  const stored: Record<string, string> = {};
  for await (const { collection, document } of documentsOf(db, companyId))
    if (!FOLLOWERS.has(collection)) stored[`${collection} ${String(document['_id'])}`] = EJSON.stringify(document);
  return stored;
}

/** Every id of a company's documents, as hex. */
export async function idsOf(db: Db, companyId: ObjectId): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { document } of documentsOf(db, companyId)) ids.add(String(document['_id']));
  return ids;
}
