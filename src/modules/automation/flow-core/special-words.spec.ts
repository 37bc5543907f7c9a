import { escapeOf, isEmergency } from './index.js';

describe('escape words', () => {
  it.each([
    ['STOP', 'opt_out'],
    ['stop!!', 'opt_out'],
    ['please stop', 'opt_out'],
    ['Stop sending me messages', 'opt_out'],
    ['unsubscribe', 'opt_out'],
    ['SAIR', 'opt_out'],
    ['Não quero mais mensagens', 'opt_out'],
    ['BAJA', 'opt_out'],
    ['por favor no me escriban más', 'opt_out'],
    ['start', 'opt_in'],
    ['voltar a receber', 'opt_in'],
    ['human', 'person'],
    ['I want to talk to a person', 'person'],
    ['can I speak to a human please?', 'person'],
    ['Atendente', 'person'],
    ['quero falar com uma pessoa', 'person'],
    ['quiero hablar con una persona', 'person'],
    ['menu', 'restart'],
    ['start over', 'restart'],
    ['recomeçar', 'restart'],
    ['volver a empezar', 'restart'],
    ['cancel', null],
    ['alto', null],
    ['can you stop by tomorrow?', null],
    ['the bus stop', null],
    ['my dog is staff trained', null],
    ['start at 10', null],
    ['', null],
  ])('“%s” means %s', (text, expected) => {
    expect(escapeOf(text)).toBe(expected);
  });
});

describe('emergencies', () => {
  it.each([
    'My dog ate rat poison',
    'she is having a seizure',
    'He is not breathing',
    "my cat can't breathe",
    'Rex was hit by a car',
    'he was HIT BY CAR!!',
    'I think it is bloat',
    'my dog ate a whole bar of chocolate',
    'chocolate was eaten by my puppy',
    'xylitol',
    'he collapsed on the walk',
    'she is bleeding a lot',
    'swallowed a needle',
    'he is choking',
    'EMERGENCY',
    'Meu cachorro foi envenenado',
    'ele está tendo uma convulsão',
    'meu gato não está respirando',
    'foi atropelado agora',
    'ele comeu chocolate',
    'está sangrando muito',
    'é uma emergência',
    'Mi perro no respira',
    'lo atropelló un coche',
    'comió chocolate anoche',
    'está convulsionando',
    'es una urgencia',
    'se comió veneno para ratas',
  ])('“%s” is one', (text) => {
    expect(isEmergency(text)).toBe(true);
  });

  it.each([
    'he is having a siezure',
    'seizur',
    'my dog was poisned',
    'she is bleding',
    'colapsed',
    'emergancy',
    'ate choclate',
    'he is unconcious',
    'convulsao',
    'atropelad',
    'emergensia',
    'envenenada',
    'esta sangrado',
  ])('“%s” is one in spite of its typo', (text) => {
    expect(isEmergency(text)).toBe(true);
  });

  it.each([
    '',
    'Hi, I want to book a bath',
    'where is the emergency exit?',
    'who is your emergency contact',
    'it is not an emergency',
    'we are breeding dogs',
    'my dog loves your cooking',
    'do you sell chocolate coloured collars?',
    'a chocolate labrador',
    'can dogs eat grapes?',
    'I am dying to see him',
    'não é uma emergência',
    'no es una emergencia',
    'salida de emergencia',
    'o abogado ligou',
    'nail trim for a senior dog',
    'he ate well today',
    'prison break was on tv',
  ])('“%s” is not one', (text) => {
    expect(isEmergency(text)).toBe(false);
  });

  // They could be harmless, but a missed emergency is worse than a false alarm.
  it.each(['do you treat emergencies?', 'he is not bleeding any more', 'she ate her medicine'])(
    '“%s” counts as one, to be safe',
    (text) => {
      expect(isEmergency(text)).toBe(true);
    },
  );

  it('are looked for in the first thousand words', () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `bloom${index}`).join(' ');
    expect(isEmergency(`he is bleeding ${lines}`)).toBe(true);
    expect(isEmergency(`${lines} bleeding`)).toBe(false);
  });
});
