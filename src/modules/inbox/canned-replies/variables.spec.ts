import { unknownVariables } from './variables.js';

describe('the variables of a canned reply', () => {
  it.each([
    ['Hello {{contact.name}} and {{ pet.name }}', []],
    ['{{card.number}} {{ user.name }} {{ total }}', ['card.number', 'total']],
    ['{{}} {{ }}', ['', '']],
    ['{{contact.name} {user.name}} {{{pet.name}}}', []],
  ])('in %j that no client knows are %j', (text, names) => {
    expect(unknownVariables(text)).toEqual(names);
  });

  it('are found in a long text with open braces without delay', () => {
    expect(unknownVariables(`{{${' '.repeat(100_000)}x`)).toEqual([]);
    expect(unknownVariables('{{ '.repeat(100_000))).toEqual([]);
  });
});
