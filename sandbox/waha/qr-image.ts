import { randomInt } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const MODULES = 29;
const QUIET = 4;
const SCALE = 8;
const FINDER = 7;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture that looks like a QR code. Nobody can read it: the sandbox scans by a call. */
export function qrImage(): Buffer {
  const side = (MODULES + 2 * QUIET) * SCALE;
  const modules = Array.from({ length: MODULES }, (_, y) => Array.from({ length: MODULES }, (__, x) => isDark(x, y)));
  const rows = Array.from({ length: side }, (_, y) => {
    const row = Buffer.alloc(side + 1, 0xff);
    row[0] = 0;
    const line = modules[Math.floor(y / SCALE) - QUIET] ?? [];
    for (let x = 0; x < side; x++) if (line[Math.floor(x / SCALE) - QUIET]) row[x + 1] = 0;
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const data = deflateSync(Buffer.concat(rows));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** The three corners are as in a real code. */
function isDark(x: number, y: number): boolean {
  for (const [left, top] of [
    [0, 0],
    [MODULES - FINDER, 0],
    [0, MODULES - FINDER],
  ] as const) {
    const [dx, dy] = [x - left, y - top];
    if (dx < -1 || dy < -1 || dx > FINDER || dy > FINDER) continue;
    const ring = Math.max(Math.abs(dx - 3), Math.abs(dy - 3));
    return ring === 3 || ring <= 1;
  }
  return randomInt(2) === 1;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
