import { fittingFlows, readFlowsSearch } from './flows-search.ts';

it('reads filters, and leaves out what it does not know', () => {
  expect(readFlowsSearch({ q: ' menu ', status: 'live' })).toEqual({ q: 'menu', status: 'live' });
  // The router reads digits as a number.
  expect(readFlowsSearch({ q: 24, status: 'gone' })).toEqual({ q: '24' });
  expect(readFlowsSearch({ q: ' ', status: 1 })).toEqual({});
});

it('finds by a part of the name and by status', () => {
  const flows = [
    { name: 'Avaliação', status: 'live' },
    { name: 'Avaliação 2', status: 'draft' },
    { name: 'Menu', status: 'live' },
  ] as const;
  expect(fittingFlows(flows, { q: 'AVALIACAO' })).toEqual(flows.slice(0, 2));
  expect(fittingFlows(flows, { q: 'avali', status: 'live' })).toEqual(flows.slice(0, 1));
  expect(fittingFlows(flows, {})).toEqual(flows);
});
