import { fillVariables, type ReminderValues } from './reminder-variables.js';

const VALUES: ReminderValues = {
  ...{ 'contact.first_name': 'Mia', 'pet.name': 'Luna', service: 'Bath', date: 'Monday', time: '10:00' },
  ...{ staff: '', company: 'Happy Paws', link: '' },
};

describe('the variables of a reminder', () => {
  it.each([
    ['A reminder: {{service}} for {{pet.name}} on {{date}}.', 'A reminder: Bath for Luna on Monday.'],
    ['Book here. {{ link }}', 'Book here.'],
  ])('fill %j', (text, filled) => {
    expect(fillVariables(text, VALUES)).toBe(filled);
  });

  it.each([
    ['Lembrete: {{service}} para {{pet.name}}, {{date}}', 'Lembrete: Bath, Monday'],
    ['{{service}} for {{pet.name}} on {{date}}', 'Bath on Monday'],
  ])('leave out the pet of a visit without pets: %j', (text, filled) => {
    expect(fillVariables(text, { ...VALUES, 'pet.name': '' })).toBe(filled);
  });

  it('are not filled in a value', () => {
    expect(fillVariables('{{service}}', { ...VALUES, service: '{{date}}' })).toBe('{{date}}');
  });
});
