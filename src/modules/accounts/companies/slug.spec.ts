import { slugify } from './slug.js';

describe('slugify', () => {
  it.each([
    ['Clínica São João', 'clinica-sao-joao'],
    ['  Paws & Co. (24h) ', 'paws-co-24h'],
    ['ペットの店', 'company'],
    ['---', 'company'],
    [`${'a'.repeat(47)} b`, 'a'.repeat(47)],
  ])('makes of %j %j', (name, slug) => {
    expect(slugify(name)).toBe(slug);
  });
});
