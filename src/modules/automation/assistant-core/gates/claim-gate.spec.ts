import { LIES } from '../../../../../test/support/lies.js';
import type { Evidence } from '../core.types.js';
import { claimsOf, unprovenClaims } from './claim-gate.js';

const BOOKED: Evidence = { kind: 'booked', service: 'Banho', pet: 'Rex', starts_at: '2026-12-03T13:30:00Z' };
const context = (...evidence: Evidence[]) => ({
  evidence,
  time_zone: 'America/Sao_Paulo',
  today: '2026-11-29',
  quotable: ['Appointments cancelled within 24 hours cost 50 %.'],
});

/** What is true before anything is written. */
const HONEST: readonly string[] = [
  'Posso agendar para quinta às 10:30?',
  'Quer que eu marque o banho?',
  'Ainda não está agendado.',
  'Não cancelei nada.',
  'Enviei seu pedido. A equipe ainda precisa confirmar.',
  'Estes horários estão livres: 10:30 e 14:00.',
  'Shall I book it?',
  'Would you like me to reserve it?',
  'Nothing is booked yet.',
  'I have not booked anything.',
  'You can reserve online.',
  'We are fully booked on Friday.',
  'Appointments cancelled within 24 hours cost 50 %.',
  'Your cancellation costs 50 %.',
  'Todavía no está reservado.',
  '¿La reservo?',
  'Reserve su cita cuando quiera.',
  'Soll ich den Termin buchen?',
  'Der Termin ist noch nicht gebucht.',
  "Votre rendez-vous n'est pas confirmé.",
  'Vuoi prenotare?',
  'Wilt u boeken?',
  'Czy mam zarezerwować?',
  'Este mercado fica na esquina.',
];

it.each(LIES)('a claim: %s', (text) => {
  expect(claimsOf(text)).not.toEqual([]);
  expect(unprovenClaims(text, context())).not.toEqual([]);
});

it.each(HONEST)('no claim: %s', (text) => {
  expect(unprovenClaims(text, context())).toEqual([]);
});

describe('evidence', () => {
  it('of this turn proves its kind only', () => {
    expect(unprovenClaims('Your bath is booked.', context(BOOKED))).toEqual([]);
    expect(unprovenClaims('I have cancelled it.', context(BOOKED))).toHaveLength(1);
    expect(unprovenClaims('Your bath was moved.', context(BOOKED))).toHaveLength(1);
  });

  it('proves its own day and time only', () => {
    expect(unprovenClaims('Booked for Thursday at 10:30.', context(BOOKED))).toEqual([]);
    expect(unprovenClaims('Booked for Thursday at 11:30.', context(BOOKED))).toHaveLength(1);
    expect(unprovenClaims('Agendado para sexta às 10:30', context(BOOKED))).toHaveLength(1);
    expect(unprovenClaims('Booked at 10:30 and 14:00.', context(BOOKED))).toHaveLength(1);
  });

  it('of an existing appointment counts only if the text names it', () => {
    const existing: Evidence = { ...BOOKED, kind: 'existing' };
    expect(unprovenClaims('You are booked for 03/12 at 10:30.', context(existing))).toEqual([]);
    expect(unprovenClaims('You are booked.', context(existing))).toHaveLength(1);
    expect(unprovenClaims('I have cancelled 03/12 at 10:30.', context(existing))).toHaveLength(1);
  });

  it('of a request is no booking', () => {
    expect(unprovenClaims('Your bath is booked.', context({ ...BOOKED, kind: 'requested' }))).toHaveLength(1);
    expect(unprovenClaims('Booked for 03/12.', context({ ...BOOKED, kind: 'existing_request' }))).toHaveLength(1);
  });
});
