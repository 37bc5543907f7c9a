import { createHmac } from 'node:crypto';
import { metaJson, signatureHeaders } from './meta-json.ts';

describe('metaJson', () => {
  it('escapes as Meta does and still says the same', () => {
    const value = { text: 'äöü 🐶 ana@example.com <b> 50% https://x.io/a\\/b', clé: '\u2028' };
    const text = metaJson(value);
    expect(text).toContain('\\u00e4\\u00f6\\u00fc \\ud83d\\udc36 ana\\u0040example.com \\u003Cb> 50\\u0025');
    expect(text).toContain('https:\\/\\/x.io\\/a');
    expect(text).toMatch(/^[\x20-\x7e]*$/);
    expect(JSON.parse(text)).toEqual(value);
  });

  it('signs the bytes on the wire', () => {
    const body = Buffer.from(metaJson({ a: 'é' }));
    expect(signatureHeaders(body, 's')).toEqual({
      'x-hub-signature-256': `sha256=${createHmac('sha256', 's').update('{"a":"\\u00e9"}').digest('hex')}`,
      'x-hub-signature': `sha1=${createHmac('sha1', 's').update('{"a":"\\u00e9"}').digest('hex')}`,
    });
  });
});
