import { durableWriteConcern } from './write-concern.js';

describe('durableWriteConcern', () => {
  it.each([
    ['the embedded engine or a standalone', {}, { w: 1, j: true }],
    ['a member of a replica set', { setName: 'rs0' }, { w: 'majority', j: true }],
    ['the router of a sharded cluster', { msg: 'isdbgrid' }, { w: 'majority', j: true }],
  ])('of %s', (_server, hello, expected) => {
    expect(durableWriteConcern(hello)).toEqual(expected);
  });
});
