import http from 'node:http';
import https from 'node:https';

const KEPT_BODY_CHARACTERS = 2_000;

export interface ClientRequest {
  method: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  body?: Buffer;
  timeoutMs: number;
  signal?: AbortSignal;
  agent?: http.Agent;
}

export interface ClientResponse {
  status: number;
  /** The first 2000 characters. */
  body: string;
}

/** Does not follow redirects. Rejects on a network error, an abort or after `timeoutMs`. */
export function request(options: ClientRequest): Promise<ClientResponse> {
  const { method, url, headers = {}, body, timeoutMs, signal, agent } = options;
  const deadline = AbortSignal.timeout(timeoutMs);
  const send = url.startsWith('https:') ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const outgoing = send(url, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(body.length) }) },
      signal: signal === undefined ? deadline : AbortSignal.any([deadline, signal]),
      ...(agent === undefined || url.startsWith('https:') ? {} : { agent }),
    });
    outgoing.on('error', (error) => reject(deadline.aborted ? new Error(`No answer within ${timeoutMs} ms`) : error));
    outgoing.on('response', (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        if (text.length < KEPT_BODY_CHARACTERS) text += chunk;
      });
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, body: text.slice(0, KEPT_BODY_CHARACTERS) }),
      );
    });
    outgoing.end(body);
  });
}
