import fc from 'fast-check';
import { sampleMessage } from '#web/testing/samples.ts';
import {
  applyStatus,
  mergeMessages,
  type Message,
  type PendingMessage,
  quoteOf,
  stillPending,
} from './thread-merge.ts';

/** One history of a thread: snapshots of messages as answers and events carry them, and delivery states. */
type Step = { message: Message } | { status: Message['status']; id: string };

const STATES = ['queued', 'sent', 'delivered', 'read'] as const;

const history: Step[] = [1, 2, 3].flatMap((seq) => {
  const base = { seq, _id: `m${seq}`, client_id: `k${seq}`, direction: 'outbound' as const };
  return [
    ...STATES.map((status, index) => ({
      message: sampleMessage({ ...base, status, updated_at: `2026-03-02T12:00:0${index}.000Z` }),
    })),
    ...STATES.map((status) => ({ status, id: `m${seq}` })),
  ];
});

const apply = (messages: Message[], step: Step): Message[] =>
  'message' in step ? mergeMessages(messages, [step.message]) : applyStatus(messages, step.id, step.status);

describe('the merge of a thread', () => {
  it('ends in the same state for every order of snapshots, events and duplicates', () => {
    const order = fc
      .tuple(
        fc.shuffledSubarray(history, { minLength: history.length }),
        fc.array(fc.constantFrom(...history), { maxLength: 10 }),
      )
      .map(([all, doubles]) => [...all, ...doubles]);
    const expected = history.reduce(apply, [] as Message[]);
    fc.assert(fc.property(order, (steps) => expect(steps.reduce(apply, [] as Message[])).toEqual(expected)));
    expect(expected.map(({ status }) => status)).toEqual(['read', 'read', 'read']);
  });

  it('shows a failure after sending, but not after delivery', () => {
    const sent = [sampleMessage({ status: 'sent' })];
    const error = { code: 'BLOCKED', message: 'The customer has blocked you' };
    expect(applyStatus(sent, 'm1', 'failed', error)[0]).toMatchObject({ status: 'failed', error });
    const delivered = [sampleMessage({ status: 'delivered' })];
    expect(applyStatus(delivered, 'm1', 'failed', error)[0]).toMatchObject({ status: 'delivered' });
  });

  it('shows why a message waits until it is sent', () => {
    const error = { code: 'SENDING_LIMITED', message: 'The platform limits how fast we may send' };
    const waiting = applyStatus([sampleMessage({ status: 'queued' })], 'm1', 'queued', error);
    expect(waiting[0]).toMatchObject({ status: 'queued', error });
    expect(applyStatus(waiting, 'm1', 'queued')[0]).toMatchObject({ status: 'queued', error: null });
    expect(applyStatus(waiting, 'm1', 'sent')[0]).toMatchObject({ status: 'sent', error: null });
  });

  it('removes a pending message when the stored one with its client_id arrives', () => {
    const pending = [{ client_id: 'k1' }, { client_id: 'k2' }] as PendingMessage[];
    expect(stillPending(pending, [sampleMessage({ client_id: 'k1' })])).toEqual([{ client_id: 'k2' }]);
  });

  it('has no quote of a message that was removed', () => {
    const message = sampleMessage({ _id: 'm1', content: 'My address is …' });
    expect(quoteOf(message)).toMatchObject({ message_id: 'm1', content: 'My address is …' });
    expect(quoteOf({ ...message, deleted_at: message.updated_at })).toBeUndefined();
  });
});
