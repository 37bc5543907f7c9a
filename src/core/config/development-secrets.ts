import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets that a development machine generates for itself. */
export interface GeneratedSecrets {
  readonly JWT_ACCESS_SECRET: string;
  readonly JWT_REFRESH_SECRET: string;
  readonly INTERNAL_SERVICE_API_KEY: string;
  readonly ENCRYPTION_KEY: string;
  readonly FACEBOOK_APP_SECRET: string;
  readonly META_WEBHOOK_VERIFY_TOKEN: string;
}

const FILE_NAME = 'secrets.json';
const SECRET_BYTES = 32;

export function loadDevelopmentSecrets(dataDir: string): GeneratedSecrets {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, FILE_NAME);
  if (!existsSync(path)) makeOnce(path, JSON.stringify(generate(), null, 2));
  return JSON.parse(readFileSync(path, 'utf8')) as GeneratedSecrets;
}

function makeOnce(path: string, content: string): void {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  writeFileSync(part, content, { flag: 'wx', mode: 0o600 });
  try {
    linkSync(part, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(part);
  }
}

function generate(): GeneratedSecrets {
  const secret = (): string => randomBytes(SECRET_BYTES).toString('base64url');
  return {
    JWT_ACCESS_SECRET: secret(),
    JWT_REFRESH_SECRET: secret(),
    INTERNAL_SERVICE_API_KEY: secret(),
    ENCRYPTION_KEY: randomBytes(SECRET_BYTES).toString('base64'),
    FACEBOOK_APP_SECRET: secret(),
    META_WEBHOOK_VERIFY_TOKEN: secret(),
  };
}
