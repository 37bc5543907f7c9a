import { AckPriority, EVENTS_BESIDE_ACKS } from './ack-priority.js';

const MANY = 10;

describe('AckPriority', () => {
  let priority: AckPriority;
  let started: number[];
  /** Ends the work of an event. */
  let finish: (() => void)[];

  beforeEach(() => {
    priority = new AckPriority();
    started = [];
    finish = [];
  });

  const workOnMany = (): Promise<void>[] =>
    Array.from({ length: MANY }, (_, event) =>
      priority.beside(() => {
        started.push(event);
        return new Promise<void>((resolve) => (finish[event] = resolve));
      }),
    );
  /** Everything that only waited for a promise has gone on. */
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const finishAll = async (works: Promise<void>[]): Promise<void> => {
    for (let event = 0; event < MANY; event++) {
      await settled();
      finish[event]?.();
    }
    await Promise.all(works);
  };

  it('lets all events be worked on at once while no delivery waits', async () => {
    const works = workOnMany();
    await settled();
    expect(started).toHaveLength(MANY);
    await finishAll(works);
  });

  it('lets a few be worked on while one waits, in order, and all the others after it', async () => {
    const stored = Promise.withResolvers<string>();
    const ack = priority.acknowledging(stored.promise);
    const works = workOnMany();
    await settled();
    expect(started).toHaveLength(EVENTS_BESIDE_ACKS);
    finish[0]?.();
    await settled();
    expect(started).toHaveLength(EVENTS_BESIDE_ACKS + 1);

    stored.resolve('stored');
    await expect(ack).resolves.toBe('stored');
    await settled();
    expect(started).toEqual([...Array(MANY).keys()]);
    await finishAll(works);
  });

  it('goes on after a delivery that could not be stored and an event that failed', async () => {
    await expect(priority.acknowledging(Promise.reject(new Error('not stored')))).rejects.toThrow('not stored');
    const failed = Array.from({ length: EVENTS_BESIDE_ACKS }, () =>
      priority.beside(() => Promise.reject(new Error('failed'))),
    );
    expect((await Promise.allSettled(failed)).map(({ status }) => status)).toEqual(failed.map(() => 'rejected'));
    const stored = Promise.withResolvers<void>();
    const ack = priority.acknowledging(stored.promise);
    await expect(priority.beside(() => Promise.resolve('done'))).resolves.toBe('done');
    stored.resolve();
    await ack;
  });
});
