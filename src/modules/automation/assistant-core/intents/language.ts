import type { Language } from '../facts.types.js';
import { LANGUAGES } from '../facts.types.js';
import { wordsOf } from './word-match.js';

/** Frequent words that the other two languages do not have, folded. */
const MARKS: Readonly<Record<Language, ReadonlySet<string>>> = {
  pt: new Set(
    'oi ola bom dia boa tarde noite voce voces nao sim quero queria gostaria banho tosa meu minha meus minhas amanha hoje obrigado obrigada valeu quanto custa horario horarios para pra pro pelo pela com um uma do da dos das na em ao os e o eh ta tem fica agendar marcar remarcar desmarcar cachorro cachorrinho gato terca quarta sexta sabado semana manha preco servicos endereco onde pessoa quais qual voltar tchau ate pode preciso fazer'.split(
      ' ',
    ),
  ),
  en: new Set(
    'hi hello hey good morning afternoon evening you your the my i is are do does what when where how much want need would like please thanks thank yes book booking appointment price cost open close hours tomorrow today bath dog cat cancel move reschedule monday tuesday wednesday thursday friday saturday sunday week to for and of at it can could with this that human person'.split(
      ' ',
    ),
  ),
  es: new Set(
    'hola buenas buenos dias tardes noches usted ustedes quiero quisiera bano mi mis manana hoy gracias cuanto cuesta para por con un una el la los las del al y en es esta estan hay tienen cita turno cambiar perro gato lunes martes miercoles jueves viernes sabado semana precio servicios direccion donde persona cual cuales puedo necesito hacer llevar si'.split(
      ' ',
    ),
  ),
};
/** Words of two languages count half. */
const SHARED_WEIGHT = 0.5;
const LETTERS = { pt: /[ãõç]/i, en: /(?!)/, es: /[ñ¿¡]/i };
const LETTERS_WEIGHT = 2;

/** The language of the texts by their words; null if they do not tell, for instance "ok" or a name. */
export function languageOf(texts: readonly string[]): Language | null {
  const words = texts.flatMap(wordsOf);
  const scores = LANGUAGES.map((language) => ({ language, score: scoreOf(words, language, texts.join(' ')) }));
  scores.sort((one, other) => other.score - one.score);
  const [first, second] = scores;
  if (!first || !second || first.score < 1 || first.score === second.score) return null;
  return first.language;
}

function scoreOf(words: readonly string[], language: Language, text: string): number {
  const others = LANGUAGES.filter((other) => other !== language);
  const marks = words.filter((word) => MARKS[language].has(word));
  const score = marks.reduce(
    (sum, word) => sum + (others.some((other) => MARKS[other].has(word)) ? SHARED_WEIGHT : 1),
    0,
  );
  return score + (LETTERS[language].test(text) ? LETTERS_WEIGHT : 0);
}

/** The language of a locale; English for a language without texts. */
export function languageOfLocale(locale: string): Language {
  const code = locale.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === code) ?? 'en';
}
