import { EventEmitter } from 'node:events';
import type { MongoClient } from 'mongodb';
import { Types } from 'mongoose';
import { systemComment } from './company-scope.js';
import { WireProbe } from './wire-probe.js';

describe('WireProbe', () => {
  const mine = new Types.ObjectId();
  const other = new Types.ObjectId();
  const pinned = { company_id: mine };
  const violationsOf = (command: Record<string, unknown>) => {
    const client = new EventEmitter();
    const probe = new WireProbe(client as unknown as MongoClient, (name) => name === 'notes');
    client.emit('commandStarted', { commandName: Object.keys(command)[0], command });
    return probe.violations.map(({ collection }) => collection);
  };

  it.each([
    ['find', { find: 'notes', filter: {} }, { find: 'notes', filter: pinned }],
    ['find by a list', { find: 'notes', filter: { company_id: { $in: [mine] } } }, { find: 'notes', filter: pinned }],
    ['find by text', { find: 'notes', filter: { company_id: mine.toHexString() } }, { find: 'notes', filter: pinned }],
    ['distinct', { distinct: 'notes', key: 'text', query: {} }, { distinct: 'notes', key: 'text', query: pinned }],
    ['count by metadata', { count: 'notes' }, { count: 'notes', query: pinned }],
    [
      'findAndModify',
      { findAndModify: 'notes', query: {}, update: { $set: { a: 1 } } },
      { findAndModify: 'notes', query: pinned, update: { $set: { a: 1 } } },
    ],
    [
      'findAndModify to another company',
      { findAndModify: 'notes', query: pinned, update: { company_id: other } },
      { findAndModify: 'notes', query: pinned, remove: true },
    ],
    [
      'update with one open filter',
      {
        update: 'notes',
        updates: [
          { q: pinned, u: { $set: { a: 1 } } },
          { q: {}, u: { $set: { a: 1 } } },
        ],
      },
      { update: 'notes', updates: [{ q: pinned, u: { $set: { a: 1 } } }] },
    ],
    [
      'update of the company',
      { update: 'notes', updates: [{ q: pinned, u: { $set: { company_id: other } } }] },
      { update: 'notes', updates: [{ q: pinned, u: { company_id: mine, text: 'x' } }] },
    ],
    [
      'update by a pipeline that replaces',
      { update: 'notes', updates: [{ q: pinned, u: [{ $replaceWith: {} }] }] },
      { update: 'notes', updates: [{ q: pinned, u: [{ $set: { text: 'x' } }, { $unset: 'a' }] }] },
    ],
    ['delete', { delete: 'notes', deletes: [{ q: {} }] }, { delete: 'notes', deletes: [{ q: pinned }] }],
    ['delete of nothing named', { delete: 'notes' }, { delete: 'notes', deletes: [{ q: pinned }] }],
    ['insert', { insert: 'notes', documents: [pinned, {}] }, { insert: 'notes', documents: [pinned] }],
    [
      'aggregate',
      { aggregate: 'notes', pipeline: [{ $group: { _id: null } }] },
      { aggregate: 'notes', pipeline: [{ $match: pinned }, { $group: { _id: null } }] },
    ],
    [
      'aggregate with $lookup',
      { aggregate: 'notes', pipeline: [{ $match: pinned }, { $lookup: { from: 'leases' } }] },
      { aggregate: 'notes', pipeline: [{ $match: pinned }, { $limit: 1 }] },
    ],
    [
      'aggregate elsewhere that looks in',
      { aggregate: 'leases', pipeline: [{ $facet: { a: [{ $lookup: { from: 'notes', as: 'n' } }] } }] },
      { aggregate: 'leases', pipeline: [{ $lookup: { from: 'leases', as: 'n' } }] },
    ],
    [
      'aggregate on the database',
      { aggregate: 1, pipeline: [{ $documents: [] }, { $unionWith: 'notes' }] },
      { aggregate: 1, pipeline: [{ $currentOp: {} }] },
    ],
    ['explain', { explain: { find: 'notes', filter: {} } }, { explain: { find: 'notes', filter: pinned } }],
    ['mapReduce', { mapReduce: 'notes', query: pinned }, { mapReduce: 'leases' }],
    ['an unknown command', { validate: 'notes' }, { validate: 'leases' }],
    [
      'the client-wide bulkWrite',
      { bulkWrite: 1, ops: [], nsInfo: [{ ns: 'db.notes' }] },
      { bulkWrite: 1, ops: [], nsInfo: [{ ns: 'db.leases' }] },
    ],
    [
      'a made-up reason',
      { find: 'notes', filter: {}, comment: 'system: x' },
      { find: 'notes', filter: {}, comment: systemComment('metrics') },
    ],
  ])('reports %s, and not its twin', (_, bad, good) => {
    expect(violationsOf(bad)).toEqual(['notes']);
    expect(violationsOf(good)).toEqual([]);
  });

  it.each(['getMore', 'createIndexes', 'listIndexes', 'drop'])('lets %s pass', (name) => {
    expect(violationsOf({ [name]: 'notes' })).toEqual([]);
  });
});
