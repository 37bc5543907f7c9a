import { maxBytesOf, maxReceivedBytesOf } from './file-kinds.js';

const MIB = 1024 * 1024;

describe('the size of a file', () => {
  it('may be 100 MB for a document of a customer, and 25 MB for one of the business', () => {
    expect([maxReceivedBytesOf('file'), maxBytesOf('file')]).toEqual([100 * MIB, 25 * MIB]);
  });
});
