import { SharedTurns } from '../concurrency/shared-turns.js';

const LATER = Date.now() + 60_000;

describe('SharedTurns', () => {
  /** Work that ends when the test says so. */
  const open = (): {
    turns: SharedTurns<number>;
    run: (notBefore: number) => Promise<number>;
    ends: (() => void)[];
  } => {
    const turns = new SharedTurns<number>();
    const ends: (() => void)[] = [];
    const work = (): Promise<number> =>
      new Promise((resolve) => {
        const number = ends.length + 1;
        ends.push(() => resolve(number));
      });
    return { turns, ends, run: (notBefore) => turns.run('key', notBefore, work) };
  };

  it('does the work once for all who come while it is done', async () => {
    const { run, ends } = open();
    const results = [run(0), run(0), run(0)];
    expect(ends).toHaveLength(1);
    ends[0]?.();
    expect(await Promise.all(results)).toEqual([1, 1, 1]);
  });

  it('does it once more for all who need it begun later', async () => {
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

  it('begins anew when nobody is at it, also after a failure', async () => {
    const turns = new SharedTurns<number>();
    await expect(turns.run('key', 0, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.run('key', 0, () => Promise.resolve(1))).toBe(1);
    expect(await turns.run('key', 0, () => Promise.resolve(2))).toBe(2);
  });

  it('lets a failure reach only those who shared it', async () => {
    const turns = new SharedTurns<number>();
    const first = turns.run('key', 0, () => Promise.reject(new Error('no')));
    const next = turns.run('key', LATER, () => Promise.resolve(2));
    await expect(first).rejects.toThrow('no');
    expect(await next).toBe(2);
  });
});
