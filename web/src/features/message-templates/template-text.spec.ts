import { filledParts, filledText, keysOf, knownValues } from './template-text.ts';

const COMPONENTS = { header: 'About {{pet_name}}', body: 'Hi {{customer_name}}, until {{time}}!', footer: 'Patas' };

describe('filledText', () => {
  it('fills in header and body, and keeps a variable without a value', () => {
    const values = { 'header.pet_name': 'Luna', customer_name: 'Ana', time: ' ' };
    expect(filledText(COMPONENTS, values)).toBe('About Luna\n\nHi Ana, until {{time}}!\n\nPatas');
    expect(filledParts({ ...COMPONENTS, header: null }, values).header).toBeNull();
  });
});

describe('keysOf', () => {
  it('makes the keys of a new template from the places of its variables', () => {
    expect(keysOf('{{1}}', 'a {{1}} b {{2}} c {{1}}', ['https://x/{{1}}', 'https://x'])).toEqual([
      'header.1',
      '1',
      '2',
      'button.0',
    ]);
  });
});

describe('knownValues', () => {
  it('fills in the customer and the pet', () => {
    const variables = ['header.pet_name', 'customer_name', '1', '2', 'time'].map((key) => ({ key }));
    expect(knownValues(variables, { contact: 'Ana Souza', pet: 'Luna' })).toEqual({
      'header.pet_name': 'Luna',
      customer_name: 'Ana',
      '1': 'Ana',
      '2': '',
      time: '',
    });
  });
});
