/** The deliveries that Meta has not got rid of yet, on the disk, so that they outlive the sandbox. */
import { existsSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import type { JsonObject } from './json.ts';

/** One POST that was not answered with 200 yet. */
export interface KeptDelivery {
  id: string;
  payload: JsonObject;
  eventIds: string[];
  /** Whose events it carries; the deliveries of one customer go out one after the other. */
  customers: string[];
}

/** One line of the file: a delivery that was accepted, or the end of one. */
type Line = { kept: KeptDelivery } | { ended: string };

/** An append-only file of JSON lines. A kill loses nothing but half a line. */
export class Undelivered {
  /** What an earlier process left, in the order in which it happened. */
  readonly left: readonly KeptDelivery[];
  private readonly file: number;

  constructor(path: string) {
    this.left = existsSync(path) ? deliveriesIn(readFileSync(path, 'utf8')) : [];
    // The file starts anew with what is left, else it would grow for ever.
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
  // Without the last line where a kill cut it short.
  for (const json of text.split('\n').slice(0, -1)) {
    const line = JSON.parse(json) as Line;
    if ('kept' in line) open.set(line.kept.id, line.kept);
    else open.delete(line.ended);
  }
  return [...open.values()];
}
