import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DEFAULT_PAGE_ID } from './channels.ts';
import type { Customer } from './customers.ts';
import type { PhoneMessage } from './devices.ts';

const MAIN = new URL('./main.ts', import.meta.url).pathname;
const ANA: Customer = { platform: 'facebook', channelId: DEFAULT_PAGE_ID, id: '77', name: 'Ana', profile: 'ok' };
const HERS = { channel_id: DEFAULT_PAGE_ID, customer_id: '77' };

describe('the memory of the sandbox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'petbuddy-sandbox-'));
  const file = join(folder, 'memory.jsonl');
  let child: ChildProcess;
  let url: string;

  afterAll(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs the sandbox as `npm start` does. */
  async function start(): Promise<void> {
    const env = {
      SANDBOX_PORT: '0',
      API_BASE_URL: 'http://127.0.0.1:9',
      FACEBOOK_APP_SECRET: 'secret',
      META_WEBHOOK_VERIFY_TOKEN: 'verify',
      SANDBOX_MEMORY_FILE: file,
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
});
