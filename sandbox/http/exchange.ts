import type { IncomingMessage, ServerResponse } from 'node:http';

const MAX_BODY_BYTES = 110 * 1024 * 1024;

export interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
  method: string;
  /** Path below the mount point of the handler, with a leading slash. */
  path: string;
  query: URLSearchParams;
  body: Buffer;
}

/** JSON, or bytes of the given content type. */
export interface Reply {
  status: number;
  json?: unknown;
  bytes?: Buffer;
  contentType?: string;
  headers?: Record<string, string>;
}

/** @returns null after 413 or when the client went away */
export async function readExchange(req: IncomingMessage, res: ServerResponse): Promise<Exchange | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) {
        writeReply(res, { status: 413, json: { error: 'Body too large' } });
        return null;
      }
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  const url = new URL(req.url ?? '/', 'http://sandbox');
  return {
    req,
    res,
    method: req.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    body: Buffer.concat(chunks),
  };
}

export function writeReply(res: ServerResponse, reply: Reply): void {
  const bytes = reply.bytes ?? Buffer.from(JSON.stringify(reply.json ?? {}));
  res.writeHead(reply.status, {
    'content-type': reply.contentType ?? 'application/json; charset=utf-8',
    'content-length': String(bytes.length),
    ...reply.headers,
  });
  res.end(bytes);
}

/** The first value if the header is repeated. */
export function header(exchange: Exchange, name: string): string | undefined {
  const value = exchange.req.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

export function bearerToken(exchange: Exchange): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(header(exchange, 'authorization') ?? '')?.[1];
}

export function isJson(exchange: Exchange): boolean {
  return /^application\/json\b/i.test(header(exchange, 'content-type') ?? '');
}

export function jsonBody(exchange: Exchange): unknown {
  try {
    return JSON.parse(exchange.body.toString('utf8'));
  } catch {
    return undefined;
  }
}
