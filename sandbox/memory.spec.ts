import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DEFAULT_PAGE_ID } from './channels.ts';
import type { Customer } from './customers.ts';
import type { PhoneMessage } from './devices.ts';
import { serve } from './testing/receiver.ts';

const MAIN = new URL('./main.ts', import.meta.url).pathname;
const RECEIVER = new URL('./testing/receiver-process.ts', import.meta.url).pathname;
const ANA: Customer = {
  platform: 'facebook',
  channelId: DEFAULT_PAGE_ID,
  id: '77',
  name: 'Ana',
  profile: 'ok',
  picture: 1,
};
const HERS = { channel_id: DEFAULT_PAGE_ID, customer_id: '77' };

describe('the memory of the sandbox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'petbuddy-sandbox-'));
  const file = join(folder, 'memory.jsonl');
  const undelivered = join(folder, 'undelivered.jsonl');
  let child: ChildProcess;
  let url: string;
  let apiUrl = 'http://127.0.0.1:9';

  afterAll(async () => {
    await kill();
    for (const receiver of receivers) receiver.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs the sandbox as `npm start` does. */
  async function start(): Promise<void> {
    const env = {
      SANDBOX_PORT: '0',
      API_BASE_URL: apiUrl,
      FACEBOOK_APP_SECRET: 'secret',
      META_WEBHOOK_VERIFY_TOKEN: 'verify',
      SANDBOX_MEMORY_FILE: file,
      SANDBOX_UNDELIVERED_FILE: undelivered,
    };
    child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const output = child.stdout as NodeJS.ReadableStream;
    const [line] = (await once(createInterface({ input: output }), 'line')) as [string];
    url = String(/http:\S+/.exec(line)?.[0]);
  }

  async function kill(): Promise<void> {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async function post(path: string, body: object): Promise<Record<string, string>> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/__control${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(response.status).toBe(200);
    return (await response.json()) as Record<string, string>;
  }

  const get = async <T>(path: string): Promise<T> => (await (await fetch(`${url}/__control${path}`)).json()) as T;
  const customers = async (): Promise<Customer[]> => (await get<{ customers: Customer[] }>('/state')).customers;
  const phone = async (): Promise<PhoneMessage[]> =>
    (await get<{ messages: PhoneMessage[] }>(`/phone?${new URLSearchParams(HERS).toString()}`)).messages;

  it('survives kills: people with their reply windows, and what stands on the phones', async () => {
    writeFileSync(file, `${JSON.stringify({ customer: { ...ANA, lastInboundAt: 1_700_000_000_000 } })}\n`);
    await start();
    expect(await customers()).toContainEqual({ ...ANA, lastInboundAt: 1_700_000_000_000 });
    await post('/customers', { platform: 'facebook', name: 'Nora', id: '88' });
    const { id: kept } = await post('/play', { ...HERS, do: 'text', text: 'Hi' });
    const { id: unsent } = await post('/play', { ...HERS, do: 'text', text: 'Oops' });
    await post('/play', { ...HERS, do: 'unsend', message_id: unsent });
    const before = await phone();
    await kill();
    appendFileSync(file, '{"customer":{"platf');

    await start();

    expect(await phone()).toEqual(before);
    expect(before).toMatchObject([{ text: 'Hi' }, { deleted: true }]);
    const nora = expect.objectContaining({ id: '88', name: 'Nora' }) as unknown;
    expect(await customers()).toContainEqual(nora);
    // The window that the new message opened.
    expect((await customers()).find(({ id }) => id === ANA.id)?.lastInboundAt).toBeGreaterThan(1_700_000_000_000);
    await post('/play', { ...HERS, do: 'react', message_id: kept, emoji: '❤️' });
    await kill();

    await start();

    expect((await phone())[0]?.reactions).toEqual({ customer: '❤️' });
  });

  it('brings back a practice page, which the first use of its token has made', async () => {
    const page = '1900123';
    const pages = async (): Promise<unknown[]> =>
      (await get<{ channels: { external_id: string }[] }>('/state')).channels.map(({ external_id }) => external_id);
    const me = await fetch(`${url}/graph/v25.0/me?fields=id&access_token=sandbox-practice-${page}`);
    expect(await me.json()).toEqual({ id: page });
    await kill();

    await start();

    expect(await pages()).toContain(page);
    expect(await customers()).toContainEqual(expect.objectContaining({ channelId: page, name: 'Lena Costa' }));
    const again = await fetch(`${url}/graph/v25.0/me?fields=id&access_token=sandbox-practice-${page}`);
    expect(again.status).toBe(200);
  });

  it('delivers after a restart what the product did not get, in order per customer, and once', async () => {
    await kill();
    rmSync(undelivered, { force: true });
    const port = await freePort();
    apiUrl = `http://127.0.0.1:${port}`;
    const write = (customer: { channel_id: string; customer_id: string }, text: string): Promise<unknown> =>
      post('/play', { ...customer, do: 'text', text });
    const receiver = await startReceiverProcess(port);
    await start();
    await post('/customers', { platform: 'facebook', name: 'Nora', id: '88' });
    const nora = { ...HERS, customer_id: '88' };
    await write(HERS, 'first');
    expect(await receiver.next(1)).toEqual(['77: first']);
    await untilNothingIsKept();
    await receiver.kill();
    for (const text of ['a', 'b', 'c']) {
      await write(HERS, text);
      await write(nora, text);
    }
    await kill();
    appendFileSync(undelivered, '{"kept":{"id');
    const again = await startReceiverProcess(port);
    await start();
    await write(HERS, 'last');
    const heard = await again.next(7);
    expect(heard.filter((line) => line.startsWith('77'))).toEqual(['77: a', '77: b', '77: c', '77: last']);
    expect(heard.filter((line) => line.startsWith('88'))).toEqual(['88: a', '88: b', '88: c']);
    await untilNothingIsKept();
    await kill();

    await start();
    await write(nora, 'only this');
    expect(await again.next(8)).toEqual([...heard, '88: only this']);
    await again.kill();
  });

  /** The file starts anew with what is left, so the whole of it tells. */
  async function untilNothingIsKept(): Promise<void> {
    const countOf = (word: string): number => readFileSync(undelivered, 'utf8').split(`{"${word}"`).length;
    while (countOf('kept') !== countOf('ended')) await new Promise((resolve) => setTimeout(resolve, 10));
  }
});

const receivers: ChildProcess[] = [];

interface ReceiverProcess {
  /** Resolves with who wrote what, once so many texts were delivered. */
  next(count: number): Promise<string[]>;
  kill(): Promise<void>;
}

interface Webhook {
  entry: { messaging?: { sender: { id: string }; message?: { text?: string } }[] }[];
}

/** The product's webhook address in a process of its own. */
async function startReceiverProcess(port: number): Promise<ReceiverProcess> {
  const child = spawn(process.execPath, [RECEIVER, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  receivers.push(child);
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  const heard: string[] = [];
  lines.on('line', (line) => {
    for (const { messaging = [] } of (JSON.parse(line) as Webhook).entry) {
      for (const { sender, message } of messaging) if (message?.text) heard.push(`${sender.id}: ${message.text}`);
    }
  });
  return {
    next: async (count) => {
      while (heard.length < count) await once(lines, 'line');
      return [...heard];
    },
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const { url, close } = await serve(() => undefined);
  await close();
  return Number(new URL(url).port);
}
