import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * Authenticated together with the secret, so that a ciphertext copied to another company, field or document cannot
 * be opened.
 */
export interface SecretPlace {
  readonly companyId: string;
  readonly collection: string;
  readonly field: string;
  readonly documentId: string;
}

/** A sealed secret is malformed, was changed, belongs elsewhere, or its key is gone. */
export class SecretBoxError extends Error {
  override readonly name = 'SecretBoxError';
}

const VERSION = 'v1';
const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_LENGTH = 8;
const SEALED = /^v1\.([0-9a-f]{8})\.([\w-]{16})\.([\w-]{22})\.([\w-]*)$/;

/**
 * Encrypts OAuth tokens and API keys: AES-256-GCM, `v1.<key id>.<iv>.<tag>.<ciphertext>` in base64url. The first key
 * seals; the others only open older secrets.
 */
export class SecretBox {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly currentKeyId: string;

  /**
   * @param keys base64, 32 bytes each, the current one first
   * @throws Error for no key or one of another length
   */
  constructor(keys: readonly string[]) {
    const entries = keys.map((key): [string, Buffer] => {
      const bytes = Buffer.from(key, 'base64');
      if (bytes.length !== KEY_BYTES) throw new Error(`An encryption key must have ${KEY_BYTES} bytes`);
      return [keyIdOf(bytes), bytes];
    });
    const [current] = entries;
    if (!current) throw new Error('SecretBox needs at least one key');
    this.keys = new Map(entries);
    [this.currentKeyId] = current;
  }

  seal(plaintext: string, place: SecretPlace): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key(this.currentKeyId), iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(associatedData(this.currentKeyId, place));
    const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
    const parts = [iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url'));
    return [VERSION, this.currentKeyId, ...parts].join('.');
  }

  open(sealed: string, place: SecretPlace): string {
    const { keyId, iv, tag, ciphertext } = parse(sealed);
    const decipher = createDecipheriv(ALGORITHM, this.key(keyId), iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(associatedData(keyId, place));
    decipher.setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
    } catch {
      throw new SecretBoxError('The sealed secret was changed or belongs elsewhere');
    }
  }

  needsRotation(sealed: string): boolean {
    return parse(sealed).keyId !== this.currentKeyId;
  }

  private key(keyId: string): Buffer {
    const key = this.keys.get(keyId);
    if (!key) throw new SecretBoxError(`Encryption key ${keyId} is not configured`);
    return key;
  }
}

/** Part of a hash: it tells keys apart and gives nothing of the key away. */
function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('petbuddy key id').update(key).digest('hex').slice(0, KEY_ID_LENGTH);
}

/** JSON, so that no choice of parts can be confused with another. */
function associatedData(keyId: string, { companyId, collection, field, documentId }: SecretPlace): Buffer {
  return Buffer.from(JSON.stringify([VERSION, keyId, companyId, collection, field, documentId]));
}

function parse(sealed: string): { keyId: string; iv: Buffer; tag: Buffer; ciphertext: Buffer } {
  const [, keyId, ...parts] = SEALED.exec(sealed) ?? [];
  const [iv, tag, ciphertext] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (!keyId || !iv || !tag || !ciphertext) throw new SecretBoxError('The sealed secret is malformed');
  // The last base64 character has unused low bits; one secret must not have several spellings.
  const canonical = [iv, tag, ciphertext].every((bytes, index) => bytes.toString('base64url') === parts[index]);
  if (!canonical) throw new SecretBoxError('The sealed secret is malformed');
  return { keyId, iv, tag, ciphertext };
}
