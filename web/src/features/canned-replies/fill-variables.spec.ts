import { fillVariables } from './fill-variables.ts';

describe('variables of a canned reply', () => {
  const values = { 'contact.name': 'Ana $&', 'pet.name': 'Luna', 'user.name': 'Bo' };

  it('are replaced by their values everywhere in the text', () => {
    expect(fillVariables('{{contact.name}}, {{ pet.name }} and {{pet.name}}', values)).toBe('Ana $&, Luna and Luna');
  });

  it('stay in the text if their value is unknown', () => {
    expect(fillVariables('{{price}} {{user.name}}', values)).toBe('{{price}} Bo');
  });
});
