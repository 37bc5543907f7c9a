import { confirmationText, customerLanguage } from './confirmation-text.ts';

const FACTS = {
  booked: {
    starts_at: '2030-01-08T17:00:00Z',
    ends_at: '2030-01-08T18:00:00Z',
    status: 'confirmed' as const,
    price: 9_000,
    currency: 'BRL',
  },
  customer: 'Ana Souza',
  pets: ['Luna'],
  service: 'Bath',
  zone: 'America/Sao_Paulo',
  now: Date.parse('2030-01-07T12:00:00Z'),
};
/** Formats of the language may have other kinds of space. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

describe('the words that confirm a booking to the customer', () => {
  it('says pet, service, time and price by the clock of the company', () => {
    const text = plain(confirmationText(FACTS, 'en'));
    expect(text).toMatch(/^Hello, Ana! It is booked for Luna: Bath, Tue, Jan 8, 14:00 – 15:00\. The price is R\$9?/);
    expect(text).toContain('90.00');
  });

  it('does not call a pending request booked', () => {
    const text = confirmationText({ ...FACTS, booked: { ...FACTS.booked, status: 'pending', price: null } }, 'pt-BR');
    expect(text).toContain('Recebemos o pedido para Luna');
    expect(text).not.toMatch(/agendado|valor/);
  });

  it('writes in the language of the customer, else in that of the company', () => {
    expect(customerLanguage('pt-PT', 'en')).toBe('pt-BR');
    expect(customerLanguage('en-GB', 'pt-BR')).toBe('en');
    expect(customerLanguage('es', 'pt-BR')).toBe('pt-BR');
    expect(customerLanguage(null, 'en')).toBe('en');
  });
});
