import type { InboundStatus } from '../../src/modules/inbox/messages/inbound/inbound-event.js';

export type Receipt = InboundStatus['status'];

/** The steps of a message's status. */
export const RANK: Readonly<Record<string, number>> = { queued: 0, sent: 1, delivered: 2, read: 3 };

/** The status after receipts in this order: it only rises, and fails for good only below `delivered`. */
export function statusAfter(receipts: readonly Receipt[]): string {
  return receipts.reduce<string>((status, receipt) => {
    if (status === 'failed') return status;
    if (receipt === 'failed') return (RANK[status] ?? 0) < 2 ? 'failed' : status;
    return (RANK[receipt] ?? 0) > (RANK[status] ?? 0) ? receipt : status;
  }, 'sent');
}
