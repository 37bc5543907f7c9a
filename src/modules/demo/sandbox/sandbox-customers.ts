import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_COMPANIES } from '../data/index.js';
import { minutesSilent } from '../data/demo-data.js';

const MINUTE_MS = 60_000;

/** Where the sandbox keeps whom it knows. */
export function sandboxCustomersFile(dataDir: string): string {
  return join(dataDir, 'sandbox-customers.json');
}

/**
 * Tells the sandbox who wrote in the history, and when, so that its reply windows are those that the inbox shows. It
 * keeps the file up to date from then on.
 */
export function writeSandboxCustomers(dataDir: string, seededAt: Date): void {
  const known = DEMO_COMPANIES.flatMap(({ channels, customers }) =>
    customers
      .filter(({ platform }) => platform !== 'web')
      .map((customer) => ({
        platform: customer.platform,
        channelId: channels.find(({ platform }) => platform === customer.platform)?.external_id,
        id: customer.external_id,
        name: customer.name,
        profile: 'ok',
        lastInboundAt: seededAt.getTime() - minutesSilent(customer, 'customer') * MINUTE_MS,
      })),
  );
  writeFileSync(sandboxCustomersFile(dataDir), JSON.stringify(known, null, 2));
}
