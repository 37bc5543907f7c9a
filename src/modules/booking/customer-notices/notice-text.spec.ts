import { noticeCalendar } from './notice-calendar.js';
import { messageTextOf, type NoticeFacts, writeNotice } from './notice-text.js';

const FACTS: NoticeFacts = {
  kind: 'confirmed',
  customer: 'Ana Prado',
  company: 'Patas & Cia',
  address: 'Rua das Flores, 1',
  services: ['Banho'],
  pets: ['Rex', 'Mimi'],
  starts_at: new Date('2030-01-07T12:00:00Z'),
  stays_until: null,
  time_zone: 'America/Sao_Paulo',
  price: 9_000,
  fee: null,
  currency: 'BRL',
  answer_by: null,
  manageUrl: 'https://book.example/booking/manage/a.b',
};
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('writeNotice', () => {
  it('writes in English by the clock of the company', () => {
    const text = writeNotice(FACTS, 'en');
    expect(plain(messageTextOf(text))).toBe(
      [
        'Your appointment is confirmed:',
        'Banho for Rex, Mimi',
        'Monday, January 7, 2030 at 9:00 AM',
        'Patas & Cia, Rua das Flores, 1',
        'Price: R$90.00',
        'See, move or cancel it: https://book.example/booking/manage/a.b',
      ].join('\n'),
    );
    expect(text.greeting).toBe('Hello, Ana Prado!');
  });

  it('writes in Portuguese, and says of a request that it is not confirmed', () => {
    const text = plain(messageTextOf(writeNotice({ ...FACTS, kind: 'received' }, 'pt-BR')));
    expect(text).toContain(
      'Recebemos o seu pedido:\nBanho para Rex, Mimi\nsegunda-feira, 7 de janeiro de 2030 às 09:00',
    );
    expect(text).toContain('Preço: R$ 90,00');
    expect(text).toContain('ainda não está confirmado');
  });

  it('names both ends of a stay, and the fee of a cancellation instead of the price', () => {
    const stay = { ...FACTS, kind: 'cancelled' as const, fee: 4_500, stays_until: new Date('2030-01-09T12:00:00Z') };
    const text = plain(messageTextOf(writeNotice({ ...stay, manageUrl: null }, 'en')));
    expect(text).toContain('Monday, January 7, 2030 at 9:00 AM to Wednesday, January 9, 2030 at 9:00 AM');
    expect(text).toContain('Fee for a late change or cancellation: R$45.00');
    expect(text).not.toMatch(/Price|Rua das Flores|http/);
  });
});

describe('noticeCalendar', () => {
  const facts = {
    wasBooked: true,
    appointmentId: '65a000000000000000000001',
    version: 3,
    title: 'Bath - Salon',
    starts_at: FACTS.starts_at,
    ends_at: new Date('2030-01-07T13:00:00Z'),
    address: null,
    url: null,
    organizer: { name: 'Salon; "best"', email: 'salon@example.com' },
    customer: { name: 'Ana\r\nBcc: x', email: 'ana@example.com' },
  };

  it.each([
    ['confirmed', 'REQUEST', 'CONFIRMED'],
    ['changed', 'REQUEST', 'CONFIRMED'],
    ['received', 'REQUEST', 'TENTATIVE'],
    ['cancelled', 'CANCEL', 'CANCELLED'],
  ] as const)('sends %s as %s with the status %s', (kind, method, status) => {
    const calendar = noticeCalendar({ ...facts, kind });
    expect(calendar?.method).toBe(method);
    const lines = calendar?.content.replaceAll('\r\n ', '').split('\r\n');
    const uid = 'UID:65a000000000000000000001@petbuddy';
    expect(lines).toEqual(
      expect.arrayContaining([`METHOD:${method}`, `STATUS:${status}`, uid, 'SEQUENCE:3', 'DTSTART:20300107T120000Z']),
    );
    expect(lines?.some((line) => line.startsWith('Bcc:'))).toBe(false);
  });

  it.each(['received', 'request_cancelled'] as const)('attaches no calendar file to a %s notice', (kind) => {
    expect(noticeCalendar({ ...facts, kind, wasBooked: false })).toBeUndefined();
  });
});
