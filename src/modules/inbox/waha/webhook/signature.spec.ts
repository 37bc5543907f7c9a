import { isSigned } from './signature.js';

/** The example of WAHA's documentation. */
const BODY = Buffer.from('{"event":"message","session":"default","engine":"WEBJS"}');
const KEY = 'my-secret-key';
const HMAC =
  '208f8a55dde9e05519e898b10b89bf0d0b3b0fdf11fdbf09b6b90476301b98d8097c462b2b17a6ce93b6b47a136cf2e78a33a63f6752c2c1631777076153fa89';

describe('isSigned', () => {
  it("accepts the example of WAHA's documentation", () => {
    expect(isSigned(KEY, BODY, HMAC)).toBe(true);
    expect(isSigned(KEY, BODY, HMAC.toUpperCase())).toBe(true);
  });

  it.each([undefined, '', 'sha512', HMAC.slice(1), [HMAC], HMAC.replace('2', '3')])('refuses %j', (header) => {
    expect(isSigned(KEY, BODY, header)).toBe(false);
  });

  it('refuses other bytes and another key', () => {
    expect(isSigned(KEY, Buffer.from(BODY.toString() + ' '), HMAC)).toBe(false);
    expect(isSigned('another', BODY, HMAC)).toBe(false);
  });
});
