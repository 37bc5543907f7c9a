import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DEFAULT_PAGE_ID } from './channels.ts';
import type { Customer } from './customers.ts';

const MAIN = new URL('./main.ts', import.meta.url).pathname;

/** Runs the sandbox as `npm start` does, lets it answer one question, and ends it. */
async function customersOfARun(file: string, added?: object): Promise<Customer[]> {
  const env = {
    SANDBOX_PORT: '0',
    API_BASE_URL: 'http://127.0.0.1:9',
    FACEBOOK_APP_SECRET: 'secret',
    META_WEBHOOK_VERIFY_TOKEN: 'verify',
    SANDBOX_CUSTOMERS_FILE: file,
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const url = /http:\S+/.exec(line)?.[0];
    const headers = { 'content-type': 'application/json' };
    if (added) await fetch(`${url}/__control/customers`, { method: 'POST', headers, body: JSON.stringify(added) });
    const state = (await (await fetch(`${url}/__control/state`)).json()) as { customers: Customer[] };
    return state.customers;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

describe('the file of customers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'petbuddy-sandbox-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('brings people with their reply windows, and keeps who came later over restarts', async () => {
    const file = join(folder, 'customers.json');
    const ana = { platform: 'facebook', channelId: DEFAULT_PAGE_ID, id: '77', name: 'Ana', profile: 'ok' };
    writeFileSync(file, JSON.stringify([{ ...ana, lastInboundAt: 1_700_000_000_000 }]));
    await customersOfARun(file, { platform: 'facebook', name: 'Nora', id: '88' });

    const known = await customersOfARun(file);

    expect(known).toContainEqual({ ...ana, lastInboundAt: 1_700_000_000_000 });
    expect(known).toContainEqual(expect.objectContaining({ id: '88', name: 'Nora' }));
  });
});
