import { CompanyTurns } from './company-turns.js';

/** Work that ends when it is told to, and the order in which it began. */
class Bench {
  readonly began: string[] = [];
  private readonly ends: (() => void)[] = [];

  work(name: string): () => Promise<void> {
    return () => {
      this.began.push(name);
      return new Promise((resolve) => this.ends.push(resolve));
    };
  }

  /** Ends the work that began first, and lets what waits for it begin. */
  async endOne(): Promise<void> {
    this.ends.shift()?.();
    await new Promise(setImmediate);
  }
}

describe('turns of companies', () => {
  it('let the one message of a company begin before the 500 runs of another one that wait', async () => {
    const bench = new Bench();
    const turns = new CompanyTurns({ all: 4, perCompany: 4 });
    for (let run = 0; run < 500; run++) void turns.run('large', bench.work('large'));
    void turns.run('small', bench.work('small'));
    expect(bench.began).toEqual(['large', 'large', 'large', 'large']);
    await bench.endOne();
    // At most one run of the large company had the next turn already.
    await bench.endOne();
    expect(bench.began.slice(4)).toContain('small');
  });

  it('leave room for others while a company has its limit', () => {
    const bench = new Bench();
    const turns = new CompanyTurns({ all: 4, perCompany: 2 });
    for (const name of ['a', 'a', 'a', 'b']) void turns.run(name, bench.work(name));
    expect(bench.began).toEqual(['a', 'a', 'b']);
  });

  it('go on after work that failed', async () => {
    const bench = new Bench();
    const turns = new CompanyTurns({ all: 1, perCompany: 1 });
    const failed = turns.run('a', () => Promise.reject(new Error('no')));
    void turns.run('a', bench.work('next'));
    await expect(failed).rejects.toThrow('no');
    await new Promise(setImmediate);
    expect(bench.began).toEqual(['next']);
  });
});
