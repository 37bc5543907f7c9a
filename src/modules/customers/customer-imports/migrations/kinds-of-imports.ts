import type { Document, WithId } from 'mongodb';
import type { Migration } from '../../../../core/database/index.js';

const NEW_COUNTS = [
  'services_created',
  'services_updated',
  'services_matched',
  'appointments_created',
  'appointments_matched',
];

export const kindsOfImports: Migration = {
  name: 'imports say what their rows are',
  collection: 'customer_imports',
  old: { kind: { $exists: false } },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve(() => ({
      $set: { kind: 'customers', ...Object.fromEntries(NEW_COUNTS.map((name) => [`counts.${name}`, 0])) },
    })),
};

export const codesOfRowProblems: Migration = {
  name: 'problems of imported rows have codes',
  collection: 'customer_import_rows',
  old: { problems: { $elemMatch: { code: { $exists: false } } } },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve((document: WithId<Document>) => {
      const problems = document['problems'] as Record<string, unknown>[];
      return { $set: { problems: problems.map((problem) => ({ code: 'OTHER', ...problem })) } };
    }),
};
