import { Prop, Schema } from '@nestjs/mongoose';
import { MongoClient } from 'mongodb';
import { createConnection, type Model, Types } from 'mongoose';
import {
  CompanyScope,
  type KeysetOrder,
  type PageRequest,
  type TenantDocument,
  TenantRepository,
  tenantSchema,
} from '../../src/core/tenancy/index.js';
import { dropTestDatabase, testDatabaseUri } from './test-database.js';

/** The smallest tenant document there is, for tests of the walls. */
@Schema({ collection: 'wall_notes' })
export class Note implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String })
  text!: string;

  @Prop({ type: Number })
  rank?: number | null;

  @Prop({ type: Types.ObjectId, ref: 'Note' })
  parent_id?: Types.ObjectId;
}

export const NoteSchema = tenantSchema(Note);
NoteSchema.index({ company_id: 1, text: 1 }, { unique: true });

export class Notes extends TenantRepository<Note> {
  constructor(model: Model<Note>) {
    super(model, 'Note');
  }
  rename(scope: CompanyScope, id: Types.ObjectId, text: string) {
    return this.updateOne(scope, { _id: id }, { $set: { text } });
  }
  all(scope: CompanyScope, filter: Record<string, unknown> = {}) {
    return this.find(scope, filter);
  }
  listBy(scope: CompanyScope, order: KeysetOrder, request: PageRequest) {
    return this.page(scope, {}, order, request);
  }
}

/** Two companies that each have a note: the caller's, and one whose text is CANARY. */
export interface NotesWorld {
  readonly model: Model<Note>;
  readonly client: MongoClient;
  readonly mine: CompanyScope;
  readonly theirs: CompanyScope;
  readonly own: Note;
  readonly foreign: Note;
  /** Puts the two notes back and nothing else. */
  reset(): Promise<void>;
  /** Everything that lies there, read past every wall. */
  stored(): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export async function openNotes(label: string): Promise<NotesWorld> {
  const uri = testDatabaseUri(label);
  const connection = await createConnection(uri).asPromise();
  const client = await new MongoClient(uri).connect();
  const raw = client.db().collection('wall_notes');
  const model = connection.model<Note>('Note', NoteSchema as never);
  await model.createCollection();
  await model.syncIndexes();
  const [mine, theirs] = [CompanyScope.of(new Types.ObjectId()), CompanyScope.of(new Types.ObjectId())];
  const now = new Date();
  const own: Note = {
    _id: new Types.ObjectId(),
    company_id: mine.companyId,
    text: 'own',
    created_at: now,
    updated_at: now,
  };
  const foreign: Note = {
    ...own,
    _id: new Types.ObjectId(),
    company_id: theirs.companyId,
    text: 'CANARY',
    parent_id: own._id,
  };
  return {
    model,
    client,
    mine,
    theirs,
    own,
    foreign,
    reset: async () => {
      await raw.deleteMany({});
      await raw.insertMany([{ ...own }, { ...foreign }]);
    },
    stored: () => raw.find().sort({ _id: 1 }).toArray(),
    close: async () => {
      await connection.close();
      await client.close();
      await dropTestDatabase(uri);
    },
  };
}
