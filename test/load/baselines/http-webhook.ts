/**
 * Baseline of the webhook: bare node:http, HMAC over the raw body, one insert of it, 200.
 * Environment: MONGODB_URI, PORT, FACEBOOK_APP_SECRET.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { MongoClient } from 'mongodb';

const secret = process.env.FACEBOOK_APP_SECRET ?? '';
const client = new MongoClient(process.env.MONGODB_URI ?? '', {
  writeConcern: { w: 1, journal: true },
  maxPoolSize: 20,
});
const events = (await client.connect()).db().collection('webhook_events');

const server = createServer((req, res) => {
  if (req.method === 'GET') return void res.end();
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => void receive(Buffer.concat(chunks)));

  const receive = async (body: Buffer): Promise<void> => {
    const given = Buffer.from(String(req.headers['x-hub-signature-256']));
    const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return void res.writeHead(401).end();
    await events.insertOne({ payload: JSON.parse(body.toString('utf8')) as object, received_at: new Date() });
    res.end('EVENT_RECEIVED');
  };
});
server.listen(Number(process.env.PORT), '127.0.0.1');
