import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Reads `.env` of the working folder where there is one; what the environment says already wins. */
export function loadEnvFile(): void {
  const path = resolve('.env');
  if (existsSync(path)) process.loadEnvFile(path);
}
