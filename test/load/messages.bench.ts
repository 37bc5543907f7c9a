/** POST /messages against bare Express + Mongoose + io.emit, each without and with a call to a bot that answers at once. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { type Call, median, ROUNDS, throughput } from './measure.ts';
import { startServer } from './processes.ts';
import { type Product, startProduct } from './product.ts';

const CUSTOMERS = 200;
const CONTENT = 'Hello, can I bring Rex at ten tomorrow? He needs a wash and his nails cut. ';

/** Requests a second. */
export interface MessagesResult {
  storedBaseline: number;
  stored: number;
  forwardedBaseline: number;
  forwarded: number;
}

export async function benchMessages(databaseUri: (name: string) => string): Promise<MessagesResult> {
  const bot = createServer((req, res) => {
    req.resume();
    req.once('end', () => res.end('{"ok":true}'));
  }).listen(0, '127.0.0.1');
  await once(bot, 'listening');
  const botUrl = `http://127.0.0.1:${(bot.address() as AddressInfo).port}`;
  const baseline = await startServer('test/load/baselines/express-messages.ts', {
    MONGODB_URI: databaseUri('baseline'),
    META_BOT_BASE_URL: botUrl,
  });
  const baselineSocket = io(baseline.url, { transports: ['websocket'] });
  const product = await startProduct(databaseUri('product'), { META_BOT_BASE_URL: botUrl });
  const contacts = await makeContacts(product);
  const rounds: MessagesResult[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const result = {
      storedBaseline: await throughput(baseline.url, baselineCalls(contacts, 'web')),
      stored: await throughput(product.url, calls(contacts, product.headers, 'web')),
      forwardedBaseline: await throughput(baseline.url, baselineCalls(contacts, 'facebook')),
      forwarded: await throughput(product.url, calls(contacts, product.headers, 'facebook')),
    };
    // The first round only warms up.
    if (round > 0) rounds.push(result);
  }
  baselineSocket.disconnect();
  await Promise.all([baseline.stop(), product.stop()]);
  bot.close();
  const of = (pick: keyof MessagesResult): number => median(rounds.map((round) => round[pick]));
  return {
    storedBaseline: of('storedBaseline'),
    stored: of('stored'),
    forwardedBaseline: of('forwardedBaseline'),
    forwarded: of('forwarded'),
  };
}

async function makeContacts(product: Product): Promise<string[]> {
  const contacts: string[] = [];
  for (let index = 0; index < CUSTOMERS; index++) {
    const social = { facebook_id: `${9_000_000 + index}` };
    const { _id } = await product.api<{ _id: string }>('POST', '/contacts', { full_name: `Customer ${index}`, social });
    contacts.push(_id);
  }
  return contacts;
}

function baselineCalls(contacts: string[], platform: string): () => Call {
  return calls(contacts, { 'content-type': 'application/json' }, platform, true);
}

function calls(contacts: string[], headers: Record<string, string>, platform: string, withCompany = false): () => Call {
  let count = 0;
  const run = Math.random().toString(36).slice(2);
  return () => {
    count++;
    const body = {
      ...(withCompany ? { company_id: '0123456789abcdef01234567' } : {}),
      contact_id: contacts[count % contacts.length],
      role: 'operator',
      direction: 'outbound',
      platform,
      content: CONTENT,
      client_id: `${run}-${count}`,
    };
    return { path: '/api/v1/messages', headers, body: JSON.stringify(body) };
  };
}
