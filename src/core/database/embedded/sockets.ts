import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** `sun_path` of a Unix socket holds 104 bytes on macOS and 108 on Linux, with the closing zero. */
const MAX_SOCKET_PATH_BYTES = 103;
const CONTROL_SOCKET = 'control.sock';
const DATABASE_SOCKET = 'mongodb.sock';

/** The same for every process of this user. */
export interface SidecarSockets {
  control: string;
  database: string;
}

export function sidecarSockets(dataDir: string): SidecarSockets {
  const folder = socketFolder(dataDir);
  return { control: join(folder, CONTROL_SOCKET), database: join(folder, DATABASE_SOCKET) };
}

function socketFolder(dataDir: string): string {
  if (Buffer.byteLength(join(dataDir, CONTROL_SOCKET)) <= MAX_SOCKET_PATH_BYTES) return dataDir;
  const uid = process.getuid?.() ?? 0;
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  // Not os.tmpdir(): TMPDIR may differ between the processes that have to meet here.
  const folder = `/tmp/petbuddy-${uid}-${hash}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== uid) throw new Error(`${folder} belongs to someone else`);
  chmodSync(folder, 0o700);
  return folder;
}

export function databaseUri(databaseSocket: string): string {
  return `mongodb://${encodeURIComponent(databaseSocket)}/?directConnection=true`;
}
