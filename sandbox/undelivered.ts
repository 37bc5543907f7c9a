/** Deliveries on disk, which outlive the sandbox until they are answered with 200. */
import { existsSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import type { JsonObject } from './json.ts';

export interface KeptDelivery {
  id: string;
  payload: JsonObject;
  eventIds: string[];
  /** Deliveries of one customer are sent in order. */
  customers: string[];
}

/** A delivery that was accepted, or the end of one. */
type Line = { kept: KeptDelivery } | { ended: string };

/** An append-only file of JSON lines. A kill loses at most half a line. */
export class Undelivered {
  /** Those of an earlier process, in order. */
  readonly left: readonly KeptDelivery[];
  private readonly file: number;

  constructor(path: string) {
    this.left = existsSync(path) ? deliveriesIn(readFileSync(path, 'utf8')) : [];
    // A new file with the remaining deliveries only, or it would grow for ever.
    const fresh = `${path}.new`;
    writeFileSync(fresh, this.left.map((kept) => asLine({ kept })).join(''));
    renameSync(fresh, path);
    this.file = openSync(path, 'a');
  }

  keep(kept: KeptDelivery): void {
    writeSync(this.file, asLine({ kept }));
  }

  end(id: string): void {
    writeSync(this.file, asLine({ ended: id }));
  }
}

function asLine(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}

function deliveriesIn(text: string): KeptDelivery[] {
  const open = new Map<string, KeptDelivery>();
  // A kill may have cut the last line short.
  for (const json of text.split('\n').slice(0, -1)) {
    const line = JSON.parse(json) as Line;
    if ('kept' in line) open.set(line.kept.id, line.kept);
    else open.delete(line.ended);
  }
  return [...open.values()];
}
