/** Baseline of GET /slots: bare node:http that reads every booking of the range and scans it the usual way. */
import '../../support/resolve-typescript.ts';

import { createServer } from 'node:http';
import { MongoClient } from 'mongodb';
import { naiveSlots, type NaiveInterval } from './naive-slots.ts';

const MINUTE_MS = 60_000;
const client = await new MongoClient(process.env.MONGODB_URI ?? '').connect();
const bookings = client.db().collection<{ lanes: string[]; starts_at: Date; ends_at: Date }>('bookings');
const salon = client
  .db()
  .collection<{ staff: Record<string, NaiveInterval[]>; pools: Record<string, number> }>('salon');

const server = createServer((req, res) => {
  if (req.url?.startsWith('/health')) return res.end('ok');
  answer().then(
    (body) => res.setHeader('content-type', 'application/json').end(body),
    (error: unknown) => res.writeHead(500).end(String(error)),
  );
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));

async function answer(): Promise<string> {
  const [{ staff, pools } = { staff: {}, pools: {} }] = await salon.find().toArray();
  const busy = new Map<string, NaiveInterval[]>();
  for (const { lanes, starts_at, ends_at } of await bookings.find().toArray()) {
    const interval = { from: starts_at.getTime() / MINUTE_MS, to: ends_at.getTime() / MINUTE_MS };
    for (const lane of lanes) busy.set(lane, [...(busy.get(lane) ?? []), interval]);
  }
  const diaries = Object.entries(staff).map(([lane, windows]) => ({ windows, busy: busy.get(lane) ?? [] }));
  const rooms = Object.entries(pools).map(([lane, capacity]) => ({ capacity, busy: busy.get(lane) ?? [] }));
  return JSON.stringify({ offers: naiveSlots(diaries, rooms, 60, 15) });
}
