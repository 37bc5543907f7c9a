import { GroupCommit, outcomesOfBulk } from './group-commit.js';

describe('GroupCommit', () => {
  it('writes a lone item at once and gathers those that come while a batch is on its way', async () => {
    const batches: number[][] = [];
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const commits = new GroupCommit<number, number>(async (items) => {
      batches.push(items);
      if (batches.length === 1) await gate;
      return items.map((item) => ({ ok: true, result: item * 10 }));
    });
    const first = commits.add(1);
    await Promise.resolve();
    const rest = [2, 3, 4].map((item) => commits.add(item));
    release();
    expect(await Promise.all([first, ...rest])).toEqual([10, 20, 30, 40]);
    expect(batches).toEqual([[1], [2, 3, 4]]);
  });

  it('keeps to the batch size and the order of items', async () => {
    const batches: number[][] = [];
    const commits = new GroupCommit<number>((items) => {
      batches.push(items);
      return Promise.resolve(items.map(() => ({ ok: true, result: undefined })));
    }, 2);
    await Promise.all([1, 2, 3, 4, 5].map((item) => commits.add(item)));
    expect(batches).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('fails only the item that failed, and all of them when the write itself throws', async () => {
    const commits = new GroupCommit<number>((items) => {
      if (items.includes(0)) throw new Error('down');
      return Promise.resolve(
        items.map((item) => (item < 0 ? { ok: false, error: new Error('negative') } : { ok: true, result: undefined })),
      );
    });
    const mixed = await Promise.allSettled([commits.add(1), commits.add(-1)]);
    expect(mixed.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(Promise.all([commits.add(0), commits.add(5)])).rejects.toThrow('down');
    await expect(commits.add(6)).resolves.toBeUndefined();
  });
});

describe('outcomesOfBulk', () => {
  it('marks the items the bulk error names', async () => {
    const outcomes = await outcomesOfBulk(3, () =>
      Promise.reject(Object.assign(new Error('bulk'), { writeErrors: [{ index: 1 }] })),
    );
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  it('takes nothing for written when the write concern was not met', async () => {
    const failure = {
      writeErrors: [{ index: 1 }],
      result: { getWriteConcernError: () => ({ errmsg: 'not on disk' }) },
    };
    const lost = Object.assign(new Error('bulk'), failure);
    await expect(outcomesOfBulk(3, () => Promise.reject(lost))).rejects.toBe(lost);
    const onlyConcern = Object.assign(new Error('bulk'), { ...failure, writeErrors: [] });
    await expect(outcomesOfBulk(3, () => Promise.reject(onlyConcern))).rejects.toBe(onlyConcern);
  });

  it('passes on an error that is not about single items', async () => {
    await expect(outcomesOfBulk(1, () => Promise.reject(new Error('no server')))).rejects.toThrow('no server');
  });
});
