import type { IncomingMessage, ServerResponse } from 'node:http';

const MAX_BODY_BYTES = 110 * 1024 * 1024;

/** One request with its whole body, and the response to write. */
export interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
  method: string;
  /** Path below the place where the handler is mounted, always with a leading slash. */
  path: string;
  query: URLSearchParams;
  body: Buffer;
}

/** What a handler answers: JSON, or bytes of the given content type. */
export interface Reply {
  status: number;
  json?: unknown;
  bytes?: Buffer;
  contentType?: string;
  headers?: Record<string, string>;
}

/** Reads the request to its end; null when it is too large (413 was answered) or the client went away. */
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

/** The value of a request header, the first one where it is repeated. */
export function header(exchange: Exchange, name: string): string | undefined {
  const value = exchange.req.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The token of `Authorization: Bearer …`. */
export function bearerToken(exchange: Exchange): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(header(exchange, 'authorization') ?? '')?.[1];
}

/** True where the content type of the request is JSON. */
export function isJson(exchange: Exchange): boolean {
  return /^application\/json\b/i.test(header(exchange, 'content-type') ?? '');
}

/** The parsed body; undefined where it is not JSON. */
export function jsonBody(exchange: Exchange): unknown {
  try {
    return JSON.parse(exchange.body.toString('utf8'));
  } catch {
    return undefined;
  }
}
