import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';

/** Meta, which takes every message at once. */
export class Provider {
  private readonly waiting = new Map<string, () => void>();
  private count = 0;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((req, res) => {
      // A wrong answer about the token would stop the channel; "away" is asked again later.
      if (/debug_token|\/me\b/.test(req.url ?? '')) res.writeHead(503).end();
      else void this.take(req).then((answer) => res.end(JSON.stringify(answer)));
    });
  }

  static async open(graphUrl: string): Promise<Provider> {
    const provider = new Provider();
    provider.server.listen(Number(new URL(graphUrl).port), '127.0.0.1');
    await once(provider.server, 'listening');
    return provider;
  }

  /** Resolves when the customer gets the text. */
  next(customer: string, text: string): Promise<void> {
    return new Promise((resolve) => this.waiting.set(`${customer}:${text}`, resolve));
  }

  async close(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }

  private async take(req: IncomingMessage): Promise<object> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const { recipient, message } = JSON.parse(Buffer.concat(chunks).toString() || '{}') as {
      recipient?: { id: string };
      message?: { text?: string };
    };
    const key = `${recipient?.id}:${message?.text}`;
    this.waiting.get(key)?.();
    this.waiting.delete(key);
    return { recipient_id: recipient?.id, message_id: `m_out_${++this.count}` };
  }
}
