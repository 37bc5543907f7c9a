import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export interface Receiver {
  url: string;
  received: ReceivedRequest[];
  /** The status for the n-th request (from 0); undefined is 200. */
  answer: (index: number, request: ReceivedRequest) => number | undefined;
  close(): Promise<void>;
}

/** Stands for the product's webhook address in tests of the sandbox. */
export async function startReceiver(): Promise<Receiver> {
  const receiver: Receiver = { url: '', received: [], answer: () => 200, close: () => Promise.resolve() };
  const { url, close } = await serve((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const { method = '', url: path = '', headers } = req;
      const request = { method, url: path, headers, body: Buffer.concat(chunks) };
      receiver.received.push(request);
      const challenge = new URL(path, 'http://receiver').searchParams.get('hub.challenge');
      res.statusCode = receiver.answer(receiver.received.length - 1, request) ?? 200;
      res.end(challenge ?? 'EVENT_RECEIVED');
    });
  });
  return Object.assign(receiver, { url, close });
}

/** On a free loopback port. */
export async function serve(listener: RequestListener): Promise<{ url: string; close: () => Promise<void> }> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
