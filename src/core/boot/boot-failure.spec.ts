import { MongoParseError, MongoServerSelectionError } from 'mongodb';
import { BootError } from './boot.js';
import { bootFailureMessage } from './boot-failure.js';

const listenError = (code: string, port: number): Error => Object.assign(new Error(`listen ${code}`), { code, port });

describe('what a failed start says', () => {
  it.each<[string, unknown, RegExp]>([
    ['a port that is taken', listenError('EADDRINUSE', 4000), /^Port 4000 is taken .* set PORT/],
    ['a port of the system', listenError('EACCES', 80), /^Port 80 needs administrator rights/],
    ['an address of another machine', listenError('EADDRNOTAVAIL', 4000), /^HOST is no address of this machine/],
    [
      'a database that is away',
      new MongoServerSelectionError('connect ECONNREFUSED', {} as never),
      /^MongoDB does not answer \(connect ECONNREFUSED\)\. Check MONGODB_URI/,
    ],
    ['a bad connection string', new MongoParseError('Invalid scheme'), /^MONGODB_URI is not .*Invalid scheme/],
    ['a refused password', new Error('Authentication failed.'), /^MongoDB refuses the user or the password/],
    [
      'bad configuration',
      new Error('Invalid configuration:\n- PORT must be'),
      /^Invalid configuration:\n- PORT must be$/,
    ],
    ['our own words', new BootError('Do this.'), /^Do this\.$/],
    ['something that is no error', 'odd', /^odd$/],
  ])('%s', (_, error, message) => {
    expect(bootFailureMessage(error)).toMatch(message);
  });

  it('keeps the stack of a surprise', () => {
    expect(bootFailureMessage(new TypeError('surprise'))).toMatch(/^TypeError: surprise\n {4}at /);
  });
});
