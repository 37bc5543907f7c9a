import { createHmac } from 'node:crypto';
import { DEFAULT_PAGE_ID } from '../../sandbox/channels.ts';
import type { Call } from './measure.ts';
import { APP_SECRET } from './product.ts';

/** The webhook with a customer's text to the page of the benchmarks. @param mid its id at Meta */
export function delivery(customer: string, mid: string, text: string): Call {
  const at = Date.now();
  const [sender, recipient] = [{ id: customer }, { id: DEFAULT_PAGE_ID }];
  const messaging = [{ sender, recipient, timestamp: at, message: { mid, text } }];
  const body = JSON.stringify({ object: 'page', entry: [{ id: DEFAULT_PAGE_ID, time: at, messaging }] });
  const signature = `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`;
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
  return { path: '/api/v1/meta/webhook', headers, body };
}
