import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from 'node:zlib';
import { ResponseTooLargeError } from './outbound-errors.js';

type Decoder = (compressed: Buffer, options: ZlibOptions) => Promise<Buffer>;

const DECODERS = new Map<string, Decoder>([
  ['gzip', promisify<Buffer, ZlibOptions, Buffer>(gunzip)],
  ['deflate', promisify<Buffer, ZlibOptions, Buffer>(inflate)],
  ['br', promisify<Buffer, ZlibOptions, Buffer>(brotliDecompress)],
]);
export const ACCEPTED_ENCODINGS = [...DECODERS.keys()].join(', ');

/**
 * Reads and decompresses a response. A small response can be huge when it is decompressed, so both sizes count.
 * @throws ResponseTooLargeError | Error of the connection or of the compression
 */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new ResponseTooLargeError(maxBytes);
    chunks.push(chunk);
  }
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const isPlain = size === 0 || encoding === 'identity';
  return isPlain ? Buffer.concat(chunks) : decompress(Buffer.concat(chunks), encoding, maxBytes);
}

/** Stops as soon as the output is too large. */
async function decompress(compressed: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const decode = DECODERS.get(encoding);
  if (!decode) throw new Error('The response is compressed in an unknown way');
  try {
    return await decode(compressed, { maxOutputLength: maxBytes });
  } catch (error) {
    const isTooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? new ResponseTooLargeError(maxBytes) : error;
  }
}
