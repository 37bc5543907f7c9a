import { randomUUID } from 'node:crypto';
import type { Collection, Db } from 'mongodb';
import { BootError } from '../../boot/index.js';
import { isDuplicateKey } from '../../errors/index.js';

const COLLECTION = 'schema_version';
const ID = 'schema';
const LEASE_MS = 60_000;
const RENEW_MS = 15_000;

interface StoredVersion {
  _id: typeof ID;
  version: number;
  lease: { by: string; until: Date } | null;
  history: { version: number; name: string; changed: number; at: Date }[];
}

export interface MigrationLease {
  readonly assertLeaseHeld: () => Promise<void>;
  record(version: number, name: string, changed: number): Promise<void>;
  release(): Promise<void>;
}

/** The number of done migrations, stored with a lease so that one process migrates at a time. */
export class SchemaVersion {
  private readonly collection: Collection<StoredVersion>;

  constructor(private readonly db: Db) {
    this.collection = db.collection<StoredVersion>(COLLECTION);
  }

  /** Undefined for a database from before there were migrations. */
  async current(): Promise<number | undefined> {
    return (await this.collection.findOne({ _id: ID }))?.version;
  }

  /** A new database has the newest shapes; a database from before there were migrations has had none. */
  async initialise(newest: number): Promise<void> {
    const isNew = (await this.db.listCollections({}, { nameOnly: true }).toArray()).length === 0;
    const first = { version: isNew ? newest : 0, lease: null, history: [] };
    try {
      await this.collection.updateOne({ _id: ID }, { $setOnInsert: first }, { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async isLeased(): Promise<boolean> {
    return (await this.collection.findOne({ _id: ID, 'lease.until': { $gt: new Date() } })) !== null;
  }

  /** @returns undefined while another process migrates, or when the database is no longer at this version */
  async acquire(version: number): Promise<MigrationLease | undefined> {
    const by = randomUUID();
    const isFree = [{ lease: null }, { 'lease.until': { $lte: new Date() } }];
    const lease = { by, until: inLeaseTime() };
    const { matchedCount } = await this.collection.updateOne({ _id: ID, version, $or: isFree }, { $set: { lease } });
    return matchedCount === 1 ? this.held(by) : undefined;
  }

  private held(by: string): MigrationLease {
    const own = { _id: ID, 'lease.by': by } as const;
    const renew = async (): Promise<void> => {
      await this.collection.updateOne(own, { $set: { 'lease.until': inLeaseTime() } });
    };
    // The next check of the lease notices a failed renewal.
    const timer = setInterval(() => void renew().catch(() => undefined), RENEW_MS);
    return {
      assertLeaseHeld: async () => assertFound(await this.collection.countDocuments(own)),
      record: async (version, name, changed) => {
        const entry = { version, name, changed, at: new Date() };
        const done = { $set: { version }, $push: { history: entry } };
        assertFound((await this.collection.updateOne({ ...own, version: version - 1 }, done)).matchedCount);
      },
      release: async () => {
        clearInterval(timer);
        await this.collection.updateOne(own, { $set: { lease: null } });
      },
    };
  }
}

function inLeaseTime(): Date {
  return new Date(Date.now() + LEASE_MS);
}

function assertFound(count: number): void {
  if (count === 0) throw new BootError('Another process has taken over the migration of the database. Start again.');
}
