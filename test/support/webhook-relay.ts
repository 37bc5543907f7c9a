import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** Passes the webhooks of the sandbox on to the process that a test chooses. */
export class WebhookRelay {
  target = '';

  private constructor(private readonly server: Server) {}

  static async open(): Promise<WebhookRelay> {
    const server = createServer();
    const relay = new WebhookRelay(server);
    server.on('request', (asked, answer) => {
      const pass = async (): Promise<void> => {
        const body = Buffer.concat(await asked.toArray());
        const headers = Object.entries(asked.headers).filter(
          ([name]) => !['host', 'content-length', 'connection'].includes(name),
        );
        const { method = 'POST', url = '/' } = asked;
        const init = { method, headers: headers as [string, string][], ...(method === 'GET' ? {} : { body }) };
        const passed = await fetch(`${relay.target}${url}`, init);
        answer.writeHead(passed.status).end(Buffer.from(await passed.arrayBuffer()));
      };
      // A killed process does not answer; the sandbox delivers again.
      pass().catch(() => answer.writeHead(502).end());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return relay;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }
}
