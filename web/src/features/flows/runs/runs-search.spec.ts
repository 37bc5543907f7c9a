import { readRunsSearch } from './runs-search.ts';

const id = 'a'.repeat(24);

it('reads the filters that it knows', () => {
  expect(readRunsSearch({ flow: id, conversation: id, status: 'failed', page: 2 })).toEqual({
    flow: id,
    conversation: id,
    status: 'failed',
  });
});

it('leaves out what is no filter', () => {
  expect(readRunsSearch({ flow: 'menu', conversation: 12, status: 'lost' })).toEqual({});
});
