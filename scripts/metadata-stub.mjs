// The build generates src/metadata.ts, but the sources import it, so the very first build needs something to stand there.
import { existsSync, writeFileSync } from 'node:fs';

const path = new URL('../src/metadata.ts', import.meta.url);
if (!existsSync(path)) writeFileSync(path, 'export default async (): Promise<object> => ({});\n');
