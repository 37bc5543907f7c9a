import type { ServerResponse } from 'node:http';

const HEARTBEAT_MS = 25_000;

/** `onEnd` runs once, when either side closes the stream. */
export function startEventStream(res: ServerResponse, onEnd: () => void): (event: string, data: unknown) => void {
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS).unref();
  res.on('close', () => {
    clearInterval(heartbeat);
    onEnd();
  });
  return (event, data) => res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
