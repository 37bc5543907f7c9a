import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const compress = promisify(gzip);

/** What an entry costs beside its bytes. */
const OVERHEAD_BYTES = 2_048;

/** An answer that was put into words once and is sent many times, compressed too. */
export class ReadyJson {
  private readonly body: Buffer;
  private readonly tag: string;
  private compressed?: Promise<Buffer>;
  private sends = 0;

  constructor(value: object) {
    this.body = ownBytes(Buffer.from(JSON.stringify(value)));
    this.tag = `W/"${createHash('sha1').update(this.body).digest('base64url')}"`;
  }

  /** Bytes that it keeps at most, about. */
  get size(): number {
    return 2 * this.body.byteLength + OVERHEAD_BYTES;
  }

  /** Answers 304 to whoever has it already. */
  async send(request: Request, response: Response): Promise<void> {
    response.setHeader('ETag', this.tag);
    response.vary('Accept-Encoding');
    response.type('json');
    this.sends++;
    // Sent once it is compressed on its way like any other; what is asked for again is worth keeping so.
    const isAskedAgain = this.sends > 1 && request.acceptsEncodings('gzip') !== false;
    const compressed = isAskedAgain ? (this.compressed ??= compress(this.body).then(ownBytes)) : undefined;
    if (compressed) response.setHeader('Content-Encoding', 'gzip');
    response.send(await (compressed ?? this.body));
  }
}

/** Small buffers are pieces of a larger one, all of which would be kept with them. */
function ownBytes(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.byteLength);
  bytes.copy(own);
  return own;
}
