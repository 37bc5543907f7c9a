import { createHmac } from 'node:crypto';

/**
 * Serialises as Meta does: non-ASCII as lowercase `\uXXXX` (astral characters as surrogate pairs), `/` as `\/`, and
 * `@ < %` as `\u0040 \u003C \u0025`. A receiver that serialises again before it checks the signature fails.
 */
export function metaJson(value: unknown): string {
  // These characters occur only inside of strings, so they can be replaced in the text.
  return JSON.stringify(value).replace(/[/@<%]|[\u0080-\uffff]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  if (character === '/') return '\\/';
  const hex = character.charCodeAt(0).toString(16).padStart(4, '0');
  return character.charCodeAt(0) < 0x80 ? `\\u${hex.toUpperCase()}` : `\\u${hex}`;
}

export function signatureHeaders(body: Buffer, secret: string): Record<string, string> {
  return {
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    'x-hub-signature': `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`,
  };
}
