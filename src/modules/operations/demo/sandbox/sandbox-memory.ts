import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_COMPANIES } from '../data/index.js';
import { type DemoCompany, type DemoCustomer, demoMessageId, minutesSilent } from '../data/demo-data.js';

const MINUTE_MS = 60_000;

export function sandboxMemoryFile(dataDir: string): string {
  return join(dataDir, 'sandbox-memory.jsonl');
}

/** Gives a new sandbox the history, so that its reply windows and phones match the inbox. */
export function writeSandboxMemory(dataDir: string, seededAt: Date): void {
  const file = sandboxMemoryFile(dataDir);
  if (existsSync(file)) return;
  const lines = DEMO_COMPANIES.flatMap((company) =>
    company.customers.flatMap((customer) => linesOf(customer, channelIdOf(company, customer), seededAt.getTime())),
  );
  // A crash during the writing must not leave half a file.
  writeFileSync(`${file}.new`, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  renameSync(`${file}.new`, file);
}

function channelIdOf({ channels }: DemoCompany, customer: DemoCustomer): string {
  return String(channels.find(({ platform }) => platform === customer.platform)?.external_id);
}

/** In the format of sandbox/memory.ts. */
function linesOf(customer: DemoCustomer, channelId: string, seededAt: number): object[] {
  const { platform, external_id: id, name, history } = customer;
  const at = (minutesAgo: number): number => seededAt - minutesAgo * MINUTE_MS;
  const lastInboundAt = at(minutesSilent(customer, 'customer'));
  const answeredUpTo = history.findLastIndex(({ from }) => from === 'business');
  const messages = history.map(({ from, minutesAgo, text }, index) => ({
    channel_id: channelId,
    customer_id: id,
    message: {
      id: demoMessageId(customer, index),
      from,
      at: at(minutesAgo),
      text,
      attachments: [],
      buttons: [],
      status: index > answeredUpTo ? 'delivered' : 'read',
      deleted: false,
      reactions: {},
    },
  }));
  return [{ customer: { platform, channelId, id, name, profile: 'ok', lastInboundAt } }, ...messages];
}
