import type { Migration } from '../../../../core/database/index.js';

const NOTHING_YET = { approved: [], override: null, freed: null };

export const appointmentChangeFields: Migration = {
  name: 'appointments have what changes of them leave',
  collection: 'appointments',
  old: { $or: Object.keys(NOTHING_YET).map((field) => ({ [field]: { $exists: false } })) },
  guard: 'ver',
  changes: () =>
    Promise.resolve((document) => ({
      $set: Object.fromEntries(Object.entries(NOTHING_YET).filter(([field]) => !(field in document))),
    })),
};
