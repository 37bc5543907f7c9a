import { BATH, GROOMING, MIMI, REX, VET } from '../../../../../test/builders/assistant-facts.js';
import { verdictOf } from './confirmation.js';
import { petsIn, servicesIn } from './mentions.js';
import { timesIn, whenOf } from './when.js';

/** A Sunday. */
const TODAY = '2026-11-29';

describe('yes and no', () => {
  it.each([
    'sim',
    'Sim, por favor!',
    'pode ser',
    'pode confirmar',
    'isso mesmo',
    'beleza',
    '👍',
    'ok obrigada',
    'yes',
    'Yes please',
    'go ahead',
    'sounds good',
    'sure, thanks',
    'sí',
    'dale',
    'vale, gracias',
    'de acuerdo',
    'claro que si',
    'Sí, resérvalo',
  ])('yes: %s', (text) => expect(verdictOf(text)).toBe('yes'));

  it.each([
    'não',
    'nao, obrigado',
    'no',
    'No thanks',
    'wait',
    'mejor no',
    'deixa pra la',
    '👎',
    'yes, no wait',
    'melhor não',
  ])('no: %s', (text) => expect(verdictOf(text)).toBe('no'));

  it.each([
    'sim mas às 11',
    'yes but on Friday',
    'sim e cancela o outro',
    'ok?',
    'quanto custa?',
    'si, pero para el gato',
    'yes book all of them under the name of Bob',
    '',
    'talvez',
  ])('unclear: %s', (text) => expect(verdictOf(text)).toBe('unclear'));

  it('may repeat the question', () => {
    expect(verdictOf('sim, quinta às 10:30', 'Banho Rex quinta feira 03/12 10:30 às')).toBe('yes');
    expect(verdictOf('sim, quinta às 11:30', 'Banho Rex quinta feira 03/12 10:30 às')).toBe('unclear');
  });
});

describe('days and times', () => {
  it.each([
    ['amanhã de manhã', '2026-11-30', '2026-11-30', 'morning', null],
    ['mañana por la mañana', '2026-11-30', '2026-11-30', 'morning', null],
    ['el martes por la mañana', '2026-12-01', '2026-12-01', 'morning', null],
    ['boa tarde, quero para amanhã', '2026-11-30', '2026-11-30', null, null],
    ['Friday afternoon', '2026-12-04', '2026-12-04', 'afternoon', null],
    ['dia 03/12 às 15h', '2026-12-03', '2026-12-03', 'afternoon', '15:00'],
    ['sexta à tarde', '2026-12-04', '2026-12-04', 'afternoon', null],
    ['semana que vem', '2026-11-30', '2026-12-06', null, null],
    ['next week', '2026-11-30', '2026-12-06', null, null],
    ['no fim de semana', '2026-12-05', '2026-12-06', null, null],
    ['tomorrow at 3pm', '2026-11-30', '2026-11-30', 'afternoon', '15:00'],
    ['a las 10', null, null, 'morning', '10:00'],
    ['quero um banho', null, null, null, null],
  ])('%s', (text, from, to, part_of_day, time) => {
    expect(whenOf(text, TODAY)).toEqual({ from, to, part_of_day, time });
  });

  it.each([
    ['10:30', ['10:30']],
    ['10h30 ou 14h', ['10:30', '14:00']],
    ['at 3', ['15:00']],
    ['às 9', ['09:00']],
    ['3 de la tarde', ['15:00']],
    ['9 da manhã', ['09:00']],
    ['12:00 pm', ['12:00']],
    ['meio-dia', ['12:00']],
    ['03/12', []],
    ['R$ 80', []],
    ['8 kg', []],
    ['24 horas', []],
  ])('times in %s', (text, times) => expect(timesIn(text)).toEqual(times));
});

describe('services and pets', () => {
  const services = [BATH, GROOMING, VET];

  it.each([
    ['quero um banho', ['s1']],
    ['banho e tosa por favor', ['s2']],
    ['tosa', ['s2']],
    ['a bath and a haircut', ['s2']],
    ['baño', ['s1']],
    ['bano para mi perro', ['s1']],
    ['consulta', ['s3']],
    ['checkup', ['s3']],
    ['bom dia', []],
  ])('%s', (text, aliases) => expect(servicesIn(text, services).map(({ alias }) => alias)).toEqual(aliases));

  it.each([
    ['pro Rex', ['p1']],
    ['para a mimi', ['p2']],
    ['my cat', ['p2']],
    ['Rex e Mimi', ['p1', 'p2']],
    ['um banho', []],
  ])('%s', (text, aliases) => expect(petsIn(text, [REX, MIMI]).map(({ alias }) => alias)).toEqual(aliases));
});
