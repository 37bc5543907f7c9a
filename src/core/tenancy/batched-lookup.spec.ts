import { Types } from 'mongoose';
import { BatchedLookup } from './batched-lookup.js';
import { CompanyScope } from './company-scope.js';

describe('BatchedLookup', () => {
  const [one, two] = [new Types.ObjectId(), new Types.ObjectId()].map((id) => CompanyScope.of(id)) as [
    CompanyScope,
    CompanyScope,
  ];

  it('asks once a company for concurrent keys and never mixes companies', async () => {
    const asked: [string, number[]][] = [];
    const lookup = new BatchedLookup<number, { company: string; key: number }>(
      (scope, keys) => {
        asked.push([scope.id, keys]);
        return Promise.resolve(keys.filter((key) => key !== 9).map((key) => ({ company: scope.id, key })));
      },
      (row, key) => row.key === key,
      100,
    );
    const [a, b, c, none] = await Promise.all([
      lookup.get(one, 1),
      lookup.get(two, 1),
      lookup.get(one, 2),
      lookup.get(one, 9),
    ]);
    expect([a, b, c, none]).toEqual([
      [{ company: one.id, key: 1 }],
      [{ company: two.id, key: 1 }],
      [{ company: one.id, key: 2 }],
      [],
    ]);
    expect(asked).toEqual([
      [one.id, [1, 2, 9]],
      [two.id, [1]],
    ]);
  });

  it('fails those who asked when the query fails, and goes on after', async () => {
    let isDown = true;
    const lookup = new BatchedLookup<number, number>(
      (_, keys) => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(keys)),
      (row, key) => row === key,
      100,
    );
    await expect(lookup.get(one, 1)).rejects.toThrow('down');
    isDown = false;
    await expect(lookup.get(one, 1)).resolves.toEqual([1]);
  });
});
