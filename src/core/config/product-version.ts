import { readFileSync } from 'node:fs';

// The sources and the build are equally deep below package.json.
const PACKAGE_FILE = new URL('../../../package.json', import.meta.url);

export const PRODUCT_VERSION = (JSON.parse(readFileSync(PACKAGE_FILE, 'utf8')) as { version: string }).version;
