/** POST /meta/webhook against bare node:http + HMAC + one insert: throughput, then latency at half the baseline's rate. */
import { delivery } from './deliveries.ts';
import { type Call, median, openLoop, ROUNDS, throughput } from './measure.ts';
import { startServer } from './processes.ts';
import { APP_SECRET, startProduct } from './product.ts';

const CUSTOMERS = 200;

export interface WebhooksResult {
  baselineRate: number;
  productRate: number;
  baselineP99: number;
  productP99: number;
}

export async function benchWebhooks(databaseUri: (name: string) => string): Promise<WebhooksResult> {
  const env = { MONGODB_URI: databaseUri('baseline'), FACEBOOK_APP_SECRET: APP_SECRET };
  const baseline = await startServer('test/load/baselines/http-webhook.ts', env);
  const product = await startProduct(databaseUri('product'));
  const rounds: WebhooksResult[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const baselineRate = await throughput(baseline.url, deliveries());
    const productRate = await throughput(product.url, deliveries());
    const rate = baselineRate / 2;
    const { p99: baselineP99 } = await openLoop(baseline.url, rate, deliveries());
    const { p99: productP99 } = await openLoop(product.url, rate, deliveries());
    if (round > 0) rounds.push({ baselineRate, productRate, baselineP99, productP99 });
  }
  await Promise.all([baseline.stop(), product.stop()]);
  const of = (pick: keyof WebhooksResult): number => median(rounds.map((round) => round[pick]));
  return {
    baselineRate: of('baselineRate'),
    productRate: of('productRate'),
    baselineP99: of('baselineP99'),
    productP99: of('productP99'),
  };
}

function deliveries(): () => Call {
  let count = 0;
  const run = Math.random().toString(36).slice(2);
  return () => {
    count++;
    const customer = String(5_000 + (count % CUSTOMERS));
    return delivery(customer, `m_${run}_${count}`, 'Hello, is there a free slot for Rex tomorrow morning?');
  };
}
