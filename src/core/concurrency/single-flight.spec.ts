import { SingleFlight } from './single-flight.js';

const LATER = Date.now() + 60_000;

describe('SingleFlight', () => {
  /** Work that ends when the test says so. */
  const open = (): {
    flights: SingleFlight<number>;
    run: (notBefore: number) => Promise<number>;
    ends: (() => void)[];
  } => {
    const flights = new SingleFlight<number>();
    const ends: (() => void)[] = [];
    const work = (): Promise<number> =>
      new Promise((resolve) => {
        const number = ends.length + 1;
        ends.push(() => resolve(number));
      });
    return { flights, ends, run: (notBefore) => flights.run('key', notBefore, work) };
  };

  it('runs the work once for parallel callers', async () => {
    const { run, ends } = open();
    const results = [run(0), run(0), run(0)];
    expect(ends).toHaveLength(1);
    ends[0]?.();
    expect(await Promise.all(results)).toEqual([1, 1, 1]);
  });

  it('runs it once more for all callers that need a later start', async () => {
    const { run, ends } = open();
    const first = run(0);
    const later = [run(LATER), run(LATER), run(LATER)];
    expect(ends).toHaveLength(1);
    ends[0]?.();
    expect(await first).toBe(1);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    expect(await Promise.all(later)).toEqual([2, 2, 2]);
  });

  it('runs the work again after it has ended or failed', async () => {
    const flights = new SingleFlight<number>();
    await expect(flights.run('key', 0, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await flights.run('key', 0, () => Promise.resolve(1))).toBe(1);
    expect(await flights.run('key', 0, () => Promise.resolve(2))).toBe(2);
  });

  it('passes a failure only to the callers that shared the run', async () => {
    const flights = new SingleFlight<number>();
    const first = flights.run('key', 0, () => Promise.reject(new Error('no')));
    const next = flights.run('key', LATER, () => Promise.resolve(2));
    await expect(first).rejects.toThrow('no');
    expect(await next).toBe(2);
  });
});
