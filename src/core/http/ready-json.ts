import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const compress = promisify(gzip);

/** An answer that was put into words once and is sent many times, compressed too. */
export class ReadyJson {
  private readonly body: Buffer;
  private readonly tag: string;
  private compressed?: Promise<Buffer>;

  constructor(value: object) {
    this.body = Buffer.from(JSON.stringify(value));
    this.tag = `W/"${createHash('sha1').update(this.body).digest('base64url')}"`;
  }

  /** Bytes that it keeps, about. */
  get size(): number {
    return this.body.byteLength;
  }

  /** Answers 304 to whoever has it already. */
  async send(request: Request, response: Response): Promise<void> {
    response.setHeader('ETag', this.tag);
    response.vary('Accept-Encoding');
    response.type('json');
    // The one sent first is compressed on its way, so that nobody waits for the whole.
    const compressed = request.acceptsEncodings('gzip') ? this.compressed : undefined;
    this.compressed ??= compress(this.body);
    if (compressed) response.setHeader('Content-Encoding', 'gzip');
    response.send(await (compressed ?? this.body));
  }
}
