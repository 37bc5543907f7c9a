const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/** Line n has the words for the place n + 1, in English, Portuguese and Spanish. */
export const ORDINALS: readonly (readonly string[])[] = [
  wordsOf('first 1st primeiro primeira primero primera 1o 1a'),
  wordsOf('second 2nd segundo segunda 2o 2a'),
  wordsOf('third 3rd terceiro terceira tercero tercera 3o 3a'),
];
export const NUMBERS: readonly (readonly string[])[] = [
  wordsOf('1 one um uma uno'),
  wordsOf('2 two dois duas dos'),
  wordsOf('3 three tres'),
];
export const LAST: readonly string[] = wordsOf('last ultimo ultima');

/** Place n is ISO weekday n + 1. Portuguese names without "feira" that are also ordinals are not here. */
export const WEEKDAYS: readonly (readonly string[])[] = [
  wordsOf('monday mon lunes'),
  wordsOf('tuesday tue terca martes'),
  wordsOf('wednesday wed quarta miercoles'),
  wordsOf('thursday thu quinta jueves'),
  wordsOf('friday fri sexta viernes'),
  wordsOf('saturday sat sabado'),
  wordsOf('sunday sun domingo'),
];
/** Monday in Portuguese; alone it may also mean the second time. */
export const MONDAY_OR_SECOND = 'segunda';

/** A number after one of these is a time of the day. */
export const TIME_WORDS: readonly string[] = wordsOf('at as');
/** Before an ordinal: "the second", "a segunda", "la segunda". */
export const ARTICLES: readonly string[] = wordsOf('the a o la el');

/** Say nothing about the choice. */
export const FILLERS: ReadonlySet<string> = new Set([
  ...wordsOf('the a an o os as la el los las lo de do da na em en on at is it to for me my i we us that this'),
  ...wordsOf(
    'option number choice time slot one please thanks thank you ok okay yes sure great perfect good fine works book take want like prefer would will lets let s',
  ),
  ...wordsOf(
    'opcao numero horario hora horas favor por obrigado obrigada sim pode ser quero prefiro fico com para mim melhor perfeito otimo combinado beleza marca marcar agendar gostaria eu esse essa feira dia',
  ),
  ...wordsOf('opcion horario gracias si quiero prefiero me queda bien perfecto mejor reservar ese esa con quedo'),
]);

/** With one of these the text is no choice, or one that a person has to read. */
export const DOUBTS: ReadonlySet<string> = new Set(
  wordsOf(
    'not no don dont cant cannot never none neither or nor but if nao nem nenhum nenhuma nunca ou mas se ninguno ninguna nunca o_u pero cancel cancelar outro outra other another otro otra except menos',
  ),
);
