import type { Document, ObjectId, WithId } from 'mongodb';
import type { Migration } from '../../../../core/database/index.js';

interface OldConversation {
  company_id: ObjectId;
  contact_id: ObjectId;
}

const SHOWN_PETS = 3;

export const petsOfConversations: Migration = {
  name: 'conversations show the newest pets of their contact',
  collection: 'conversations',
  old: { pets: { $exists: false } },
  guard: 'updated_at',
  changes: (db) =>
    Promise.resolve(async (document: WithId<Document>) => {
      const { company_id, contact_id } = document as unknown as OldConversation;
      const options = { projection: { name: 1, species: 1 }, sort: { _id: -1 as const }, limit: SHOWN_PETS };
      const pets = await db.collection('pets').find({ company_id, contact_id }, options).toArray();
      return {
        $set: { pets: pets.map((pet) => ({ ...pet, species: (pet['species'] as string | null | undefined) ?? null })) },
      };
    }),
};
