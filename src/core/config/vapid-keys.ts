import { createECDH } from 'node:crypto';

const PRIVATE_KEY_BYTES = 32;

/** Keys of web push (RFC 8292) on the curve P-256, in base64url. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** @throws Error if one key is missing or the keys do not belong together; it names no value */
export function readVapidKeys(env: {
  VAPID_PUBLIC_KEY: string | undefined;
  VAPID_PRIVATE_KEY: string | undefined;
}): VapidKeys | undefined {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env;
  if (publicKey === undefined && privateKey === undefined) return undefined;
  if (publicKey === undefined || privateKey === undefined) {
    throw new Error('Set VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY together, or neither');
  }
  if (publicKeyOf(privateKey) !== publicKey) {
    throw new Error(
      'VAPID_PUBLIC_KEY does not belong to VAPID_PRIVATE_KEY; make both by `npx web-push generate-vapid-keys`',
    );
  }
  return { publicKey, privateKey };
}

function publicKeyOf(privateKey: string): string | undefined {
  const bytes = Buffer.from(privateKey, 'base64url');
  if (bytes.length !== PRIVATE_KEY_BYTES) return undefined;
  const curve = createECDH('prime256v1');
  try {
    curve.setPrivateKey(bytes);
  } catch {
    return undefined;
  }
  return curve.getPublicKey('base64url');
}
