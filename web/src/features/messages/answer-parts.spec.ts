import fc from 'fast-check';
import { nextPartAfter, partBehind, turnOf, withLaterParts } from './answer-parts.ts';
import { pendingAt } from './thread-samples.ts';
import type { Message, PendingMessage } from './thread-merge.ts';

const part = (number: number, fields: Partial<PendingMessage> = {}): PendingMessage => ({
  ...pendingAt('2026-03-01T12:00:00Z'),
  client_id: `a-${number}`,
  answer: { id: 'a', part: number },
  ...fields,
});
const other = (fields: Partial<PendingMessage> = {}): PendingMessage => ({
  ...pendingAt('2026-03-01T12:01:00Z'),
  client_id: 'other',
  ...fields,
});
const stored = (status: Message['status']) => ({ _id: 'm0', status });

describe('the parts of an answer', () => {
  it('are held while the part before them is refused or held; other messages are not', () => {
    const pending = [part(0, { state: 'refused' }), part(1, { state: 'held' }), part(2), other()];
    expect(pending.slice(1).map((message) => turnOf(message, pending))).toEqual(['held', 'held', 'sending']);
  });

  it('wait with all later messages while the part before them is queued', () => {
    const second = nextPartAfter([part(0), part(1)], part(0), stored('queued'));
    const pending = [{ ...(second as PendingMessage), state: 'waiting' as const }, part(2), other()];
    expect(pending.map((message) => turnOf(message, pending))).toEqual(['waiting', 'waiting', 'waiting']);
  });

  it('follow the status of the stored part before them, also after a retry', () => {
    let pending = [part(1)];
    const turns = (['queued', 'failed', 'queued', 'sent'] as const).map((status) => {
      const next = partBehind(pending, stored(status)) ?? nextPartAfter(pending, part(0), stored(status));
      pending = [next as PendingMessage];
      return turnOf(pending[0] as PendingMessage, pending);
    });
    expect(turns).toEqual(['waiting', 'held', 'waiting', 'sending']);
  });

  it('stay held after the user has discarded the part before them', () => {
    const next = nextPartAfter([part(0, { state: 'refused' }), part(1)], part(0), null) as PendingMessage;
    expect(turnOf(next, [next, part(2)])).toBe('held');
  });

  it('are taken back together with the part before them', () => {
    const pending = [part(0), other(), part(1), part(2)];
    expect(withLaterParts(pending, part(1)).map(({ client_id }) => client_id)).toEqual(['a-1', 'a-2']);
  });

  it('are never sent in another order, nor after a part that the platform did not take', () => {
    const outcome = fc.constantFrom<Message['status'] | 'refused'>('sent', 'delivered', 'queued', 'failed', 'refused');
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 3, maxLength: 3 }), (outcomes) => {
        let pending = outcomes.map((_, index) => part(index));
        const sent: number[] = [];
        for (const [index, status] of outcomes.entries()) {
          const message = pending.find(({ answer }) => answer?.part === index) as PendingMessage;
          const turn = turnOf(message, pending);
          if (turn === 'sending') sent.push(index);
          const state = turn === 'sending' && status === 'refused' ? 'refused' : turn;
          pending = pending.map((one) => (one === message ? { ...one, state } : one));
          if (turn !== 'sending' || status === 'refused') continue;
          const next = nextPartAfter(pending, message, stored(status));
          pending = pending
            .filter(({ answer }) => answer?.part !== index)
            .map((one) => (one.client_id === next?.client_id ? next : one));
        }
        const firstStop = outcomes.findIndex((status) => status !== 'sent' && status !== 'delivered');
        const count = firstStop === -1 ? outcomes.length : firstStop + 1;
        expect(sent).toEqual(Array.from({ length: count }, (_, index) => index));
      }),
    );
  });
});
