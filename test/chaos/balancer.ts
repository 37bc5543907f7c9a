import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Ports of the processes that take requests now. */
export type Backends = () => readonly number[];

/** A load balancer: requests go to the live processes in turn, and break off when the process dies. */
export interface Balancer {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on a free port of loopback. */
export async function startBalancer(backends: Backends): Promise<Balancer> {
  const agent = new Agent({ keepAlive: false });
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const live = backends();
    const port = live[turn++ % Math.max(1, live.length)];
    if (port === undefined) return void outgoing.writeHead(503).end();
    forward(agent, port, incoming, outgoing);
  });
  // As long as the longest request of the product; the balancer itself gives up on nothing.
  server.requestTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function forward(agent: Agent, port: number, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url, headers } = incoming;
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers, agent }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on('error', () => outgoing.destroy());
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  incoming.on('error', () => onward.destroy());
  incoming.pipe(onward);
}
