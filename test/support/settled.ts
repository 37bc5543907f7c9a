import type { Sandbox } from '../../sandbox/server.js';
import type { RawDatabase } from './raw-database.js';

/** Resolves when nothing is under way between the sandbox and the product: receipts sent, and every event applied. */
export async function settled(sandbox: Sandbox, { db }: RawDatabase): Promise<void> {
  await sandbox.idle();
  const events = db.collection('inbound_events');
  // Each look is a round trip, so this does not spin; the drain is awake as long as there is something to do.
  while ((await events.countDocuments({ state: 'new' })) > 0) await sandbox.idle();
}
