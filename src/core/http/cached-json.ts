import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const compress = promisify(gzip);

const OVERHEAD_BYTES = 2_048;

/** A JSON response that is serialised and compressed once and sent many times. */
export class CachedJson {
  private readonly body: Buffer;
  private readonly tag: string;
  private compressed?: Promise<Buffer>;
  private sends = 0;

  constructor(value: object) {
    this.body = ownBytes(Buffer.from(JSON.stringify(value)));
    this.tag = `W/"${createHash('sha1').update(this.body).digest('base64url')}"`;
  }

  get size(): number {
    return 2 * this.body.byteLength + OVERHEAD_BYTES;
  }

  async send(request: Request, response: Response): Promise<void> {
    response.setHeader('ETag', this.tag);
    response.vary('Accept-Encoding');
    response.type('json');
    this.sends++;
    // The middleware compresses the first response; the bytes are kept from the second one on.
    const isAskedAgain = this.sends > 1 && request.acceptsEncodings('gzip') !== false;
    const compressed = isAskedAgain ? (this.compressed ??= compress(this.body).then(ownBytes)) : undefined;
    if (compressed) response.setHeader('Content-Encoding', 'gzip');
    response.send(await (compressed ?? this.body));
  }
}

/** A small buffer is a slice of a larger one, which would stay in memory with it. */
function ownBytes(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.byteLength);
  bytes.copy(own);
  return own;
}
