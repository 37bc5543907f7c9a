import { readContactListSearch, toQuery } from './contact-list-search.ts';

describe('the filters of the list of contacts', () => {
  it('are read from the address, without unknown values', () => {
    const address = { q: 5511, platform: 'fax', tag: 'new', vip: true, pets: 'with', page: 2 };
    expect(readContactListSearch(address)).toEqual({ q: '5511', tag: 'new', vip: true, pets: 'with' });
    expect(readContactListSearch({ q: '', platform: 'web', vip: 'yes', pets: 'many' })).toEqual({ platform: 'web' });
  });

  it('become parameters of the API', () => {
    expect(toQuery({ q: 'ana', vip: true, pets: 'without' })).toEqual({ q: 'ana', is_vip: true, has_pets: false });
    expect(toQuery({})).toEqual({});
  });
});
