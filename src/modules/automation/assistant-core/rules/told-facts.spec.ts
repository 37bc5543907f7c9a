import { MIMI, REX } from '../../../../../test/builders/assistant-facts.js';
import { AssistantConversation } from '../../../../../test/support/assistant-conversation.js';

const toldBy = (...texts: string[]) => {
  const salon = new AssistantConversation();
  for (const text of texts) salon.say(text);
  return salon.calls.filter(({ name }) => name === 'upsert_pet_fact').map(({ args }) => args);
};
const allergy = (value: string) => [{ pet: 'p1', field: 'allergies', value }];

describe('an allergy that a customer tells without a model', () => {
  it.each([
    ['Rex is allergic to chicken', 'chicken'],
    ['Just so you know, my dog is allergic to the oat shampoo!', 'oat shampoo'],
    ['Rex has a chicken allergy.', 'chicken'],
    ['he has an allergy to pollen, can you use another shampoo', 'pollen'],
    ['O Rex é alérgico a frango', 'frango'],
    ['ele tem alergia à aveia e queria agendar um banho', 'aveia'],
    ['Rex es alérgico al pollo', 'pollo'],
    ['mi perro tiene alergia a los champús perfumados', 'champús perfumados'],
  ])('is kept from "%s"', (text, value) => {
    expect(toldBy(text)).toEqual(allergy(value));
  });

  it.each([
    'Rex is not allergic to chicken',
    'O Rex não é alérgico a nada',
    'Rex no tiene alergia al pollo',
    'Is Rex allergic to chicken?',
    'I am allergic to dogs',
    'minha filha é alérgica a gatos',
    'Do you have a shampoo for allergic dogs?',
  ])('is not read into "%s"', (text) => {
    expect(toldBy(text)).toEqual([]);
  });

  it('is answered without its words, also beside a booking', () => {
    const salon = new AssistantConversation();
    expect(salon.say('O Rex é alérgico a penicilina').text).toContain('Anotei isso sobre Rex. A equipe vai conferir.');
    expect(salon.say('quero agendar um banho, ele tem alergia a aveia').text).toMatch(/^Anotei isso sobre Rex.*\n\n/);
    expect(salon.say('qual o horário? o Rex é alérgico a frango').text).toMatch(/^Anotei isso[^]*09:00/);
  });

  it('needs one pet that it belongs to', () => {
    const salon = new AssistantConversation({ facts: { pets: [REX, MIMI] } });
    salon.say('ele tem alergia a frango');
    salon.say('Rex e Mimi são alérgicos a frango');
    expect(salon.calls).toEqual([]);
    salon.say('a Mimi é alérgica a frango');
    expect(salon.calls.map(({ args }) => args)).toEqual([{ pet: MIMI.alias, field: 'allergies', value: 'frango' }]);
  });
});
