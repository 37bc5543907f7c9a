import { fillVariables } from './fill-variables.ts';

describe('variables of a canned reply', () => {
  const values = { 'contact.name': 'Ana $&', 'pet.name': 'Luna', 'user.name': 'Bo' };

  it('are replaced by their values, as often as they stand there', () => {
    expect(fillVariables('{{contact.name}}, {{ pet.name }} and {{pet.name}}', values)).toBe('Ana $&, Luna and Luna');
  });

  it('stay where nobody knows them', () => {
    expect(fillVariables('{{price}} {{user.name}}', values)).toBe('{{price}} Bo');
  });
});
