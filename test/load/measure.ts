/** Ways to measure: closed-loop throughput by autocannon, open-loop latency by a fixed schedule, and honest medians. */
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import autocannon from 'autocannon';

export interface Call {
  path: string;
  headers: Record<string, string>;
  body: string;
}

export const ROUNDS = 5;
const CONNECTIONS = 50;
const CLOSED_LOOP_SECONDS = 5;
const OPEN_LOOP_SECONDS = 5;
const TICK_MS = 2;

/** Requests a second of 50 connections; anything but 2xx makes the number worthless and throws. */
export async function throughput(url: string, next: () => Call, seconds = CLOSED_LOOP_SECONDS): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        setupRequest: (settings: autocannon.Request) => Object.assign(settings, next()),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} bad answers, ${result.errors} errors`);
  return result['2xx'] / result.duration;
}

/** Latency in ms from the time each request was meant to leave, at a fixed rate, so that a stall is not hidden. */
export async function openLoop(url: string, rate: number, next: () => Call): Promise<{ p50: number; p99: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const latencies: number[] = [];
  const pending: Promise<void>[] = [];
  const start = performance.now();
  const total = Math.floor(rate * OPEN_LOOP_SECONDS);
  while (pending.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * rate));
    while (pending.length < due) {
      const intended = start + (pending.length / rate) * 1000;
      pending.push(send(agent, url, next()).then(() => void latencies.push(performance.now() - intended)));
    }
    await delay(TICK_MS);
  }
  await Promise.all(pending);
  agent.destroy();
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

/** Latencies in ms of calls made one after the other. */
export async function sequential(times: number, call: (index: number) => Promise<void>): Promise<number[]> {
  const latencies: number[] = [];
  for (let index = 0; index < times; index++) {
    const start = performance.now();
    await call(index);
    latencies.push(performance.now() - start);
  }
  return latencies;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** One request at a time over one connection, its answer read as it comes and not unpacked. */
export class Caller {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private readonly url: string;
  private readonly headers: Record<string, string>;

  constructor(url: string, headers: Record<string, string>) {
    this.url = url;
    this.headers = headers;
  }

  /** @returns the answer's bytes @throws Error for anything but 2xx */
  async call(method: string, path: string, body?: object): Promise<Buffer> {
    const call = request(this.url + path, { agent: this.agent, method, headers: this.headers });
    call.end(body && JSON.stringify(body));
    const [answer] = (await once(call, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    if (Math.floor((answer.statusCode ?? 0) / 100) !== 2)
      throw new Error(`${method} ${path}: ${answer.statusCode} ${bytes.toString()}`);
    return bytes;
  }

  close(): void {
    this.agent.destroy();
  }
}

function send(agent: Agent, url: string, { path, headers, body }: Call): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(url + path, { agent, method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.once('end', () =>
        answer.statusCode === 200 || answer.statusCode === 201
          ? resolve()
          : reject(new Error(String(answer.statusCode))),
      );
    });
    call.once('error', reject);
    call.end(body);
  });
}
