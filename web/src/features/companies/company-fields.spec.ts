import type { Company } from './companies-queries.ts';
import { areSites, changesOf, fieldsOf, isColor, sitesOf, withChangesOf } from './company-fields.ts';

const company = {
  name: 'Happy Paws',
  slug: 'happy-paws',
  country: 'BR',
  currency: 'BRL',
  time_zone: 'America/Sao_Paulo',
  locale: 'en',
  email: null,
  phone: '+55 11 3333-4444',
  website: null,
  address: null,
  brand_color: null,
  booking_text_en: null,
  booking_text_pt: null,
  embed_sites: ['https://paws.example'],
  version: 3,
} as Company;

describe('changes of the company form', () => {
  it('are empty if nothing was changed', () => {
    expect(changesOf(fieldsOf(company), company)).toEqual({});
  });

  it('have only the changed fields, and null for a cleared field', () => {
    const fields = { ...fieldsOf(company), name: 'Sad Paws', phone: '', email: 'hi@example.com' };
    expect(changesOf(fields, company)).toEqual({ name: 'Sad Paws', phone: null, email: 'hi@example.com' });
  });
});

describe('the sites of the booking page', () => {
  it('are read one a line, without paths and repetitions', () => {
    const typed = 'https://paws.example/contact\n\nPAWS.example\nhttp://localhost:3000/';
    expect(sitesOf(typed)).toEqual(['https://paws.example', 'http://localhost:3000']);
    const fields = { ...fieldsOf(company), embed_sites: typed };
    expect(changesOf(fields, company)).toEqual({ embed_sites: ['https://paws.example', 'http://localhost:3000'] });
  });

  it('must be https, and colours must have six digits', () => {
    expect([areSites(''), areSites('paws.example'), areSites('http://paws.example'), areSites('::')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([isColor(''), isColor('#A0b060'), isColor('red')]).toEqual([true, true, false]);
  });
});

describe('the company form, when a colleague saves', () => {
  it('keeps the user’s input and takes the colleague’s other fields', () => {
    const typed = { ...fieldsOf(company), name: 'Sad Paws', email: 'hi@example.com' };
    const after: Company = { ...company, name: 'Glad Paws', phone: null, version: 4 };
    const fields = withChangesOf(typed, company, after);
    expect(fields).toEqual({ ...fieldsOf(after), name: 'Sad Paws', email: 'hi@example.com' });
    expect(changesOf(fields, after)).toEqual({ name: 'Sad Paws', email: 'hi@example.com' });
  });
});
