import { readAnswer, type ReadableTime } from './read-answer.js';

/** Tuesday 10:30, Wednesday 14:00, Thursday 10:00. */
const TIMES: ReadableTime[] = [
  { label: 'Tue 3 Dec, 10:30', time: '10:30', weekday: 2 },
  { label: 'Wed 4 Dec, 14:00', time: '14:00', weekday: 3 },
  { label: 'Thu 5 Dec, 10:00', time: '10:00', weekday: 4 },
];
/** Three days at the same time, the first one a Monday. */
const SAME: ReadableTime[] = [1, 2, 3].map((weekday) => ({ label: `day ${weekday}`, time: '09:00', weekday }));

describe('the answer to offered times', () => {
  it.each([
    ['2', 1],
    ['2.', 1],
    ['2)', 1],
    ['#2', 1],
    ['2️⃣', 1],
    ['option 2', 1],
    ['number two please', 1],
    ['opção 2', 1],
    ['n 2', null],
    ['the second one', 1],
    ['The first one, please!', 0],
    ['one', 0],
    ['1 one', 0],
    ['the last one', 2],
    ['a segunda', 1],
    ['a segunda opção', 1],
    ['segunda', null],
    ['la segunda', 1],
    ['la tercera por favor', 2],
    ['o último', 2],
    ['quero a primeira', 0],
    ['10:30', 0],
    ['10h30', 0],
    ['10.30', 0],
    ['às 10h30', 0],
    ['às 10', 2],
    ['as 10 horas', 2],
    ['at 10', 2],
    ['a las 10', 2],
    ['10h', 2],
    ['10 am', 2],
    ['2 pm', 1],
    ['2:00 p.m.', 1],
    ['14h', 1],
    ['at 2', 1],
    ['10:30 works for me', 0],
    ['pode ser às 14h', 1],
    ['quarta às 14h', 1],
    ['Wed 4 Dec, 14:00', 1],
    ['wed 4 dec 14:00', 1],
    ['quarta', 1],
    ['on Thursday', 2],
    ['el jueves', 2],
    ['Tuesday at 10:30', 0],
    ['Tuesday at 14:00', null],
    ['10', null],
    ['4', null],
    ['at 11', null],
    ['1 or 2', null],
    ['1 2', null],
    ['2 dogs', null],
    ['not the second', null],
    ['não quero a segunda', null],
    ['2?', null],
    ['is 10:30 still free?', null],
    ['10:30 but with Ana', null],
    ['10:30 or 14:00', null],
    ['hello', null],
    ['yes', null],
    ['ok', null],
    ['', null],
    ['👍', null],
    ['outro horário', null],
    ['another time at 10:30', null],
    ['I have 3 cats and 2 dogs, which one of them can come at 10:30', null],
  ])('%j means %j', (text, place) => {
    expect(readAnswer(text, TIMES)).toBe(place);
  });

  it.each([
    ['9:00', null],
    ['segunda-feira', 0],
    ['na segunda', 0],
    ['na segunda às 9h', 0],
    ['a segunda', 1],
    ['terça às 9', 1],
    ['3', 2],
  ])('%j means %j where all times are at nine', (text, place) => {
    expect(readAnswer(text, SAME)).toBe(place);
  });

  it.each([
    ['2', null],
    ['the second one', null],
    ['10:30', null],
    ['on Thursday', null],
    ['Wed 4 Dec, 14:00', 1],
  ])('%j means %j after another question', (text, place) => {
    expect(readAnswer(text, TIMES, false)).toBe(place);
  });
});
