import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

export function loadEnvFile(): void {
  const path = resolve('.env');
  if (existsSync(path)) process.loadEnvFile(path);
}
