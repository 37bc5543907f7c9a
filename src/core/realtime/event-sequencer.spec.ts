import { CompanyScope } from '../tenancy/index.js';
import { EventSequencer } from './event-sequencer.js';
import type { RealtimeEventsRepository, SequencedEvent } from './realtime-events.repository.js';

const SCOPE = CompanyScope.of('6b018fc483aca20bc3f657b8');

/** A log that takes so many events of each batch and then fails with the next error; what the driver throws has both. */
class FailingLog implements Pick<RealtimeEventsRepository, 'latestSeq' | 'append'> {
  readonly stored: SequencedEvent[] = [];
  constructor(private readonly failures: { after: number; error: Error }[]) {}

  latestSeq(): Promise<number> {
    return Promise.resolve(this.stored.at(-1)?.seq ?? 0);
  }

  append(_: CompanyScope, events: readonly SequencedEvent[]): Promise<void> {
    const failure = this.failures.shift();
    this.stored.push(...events.slice(0, failure?.after));
    if (!failure) return Promise.resolve();
    return Promise.reject(Object.assign(failure.error, { insertedCount: failure.after }));
  }
}

const duplicate = (): Error => Object.assign(new Error('E11000'), { code: 11_000 });

describe('the sequence of events', () => {
  it.each([
    ['amid a batch', [{ after: 2, error: new Error('gone') }]],
    [
      'after another process took a number',
      [
        { after: 2, error: duplicate() },
        { after: 0, error: new Error('gone') },
      ],
    ],
  ])('tells exactly what is in the log when the database goes %s', async (_, failures) => {
    const log = new FailingLog(failures);
    const sequencer = new EventSequencer(log as unknown as RealtimeEventsRepository);
    const append = (event: string) => sequencer.append(SCOPE, { event, data: {} });
    const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map(append));
    const told = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(told).toEqual(log.stored);
    expect(told.map(({ event, seq }) => [event, seq])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect((await append('e')).seq).toBe(3);
  });
});
