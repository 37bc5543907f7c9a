import { foldWords } from '../../flow-core/index.js';
import type { Language } from '../facts.types.js';
import { phrasesOf, placeOf, wordsOf } from './word-match.js';

/** What a text says to a question that is answered with yes or no. */
export type Verdict = 'yes' | 'no' | 'unclear';

const YES = phrasesOf(`
  sim, s, ss, isso, isso mesmo, pode, pode sim, pode ser, pode marcar, pode agendar, pode confirmar, pode cancelar, pode remarcar, pode reservar, confirmo, confirma, confirmado, confirmar, claro, com certeza, certo, fechado, beleza, blz, perfeito, otimo, bora, aceito, quero, quero sim, por mim tudo bem, tudo certo, combinado, marca, agenda, marque, agende
  yes, y, yep, yeah, yup, sure, ok, okay, okey, correct, confirm, confirmed, i confirm, go ahead, do it, book it, please do, perfect, great, sounds good, that works, works for me, of course, absolutely, yes please, cancel it, move it, that s right, right, agreed, fine
  si, sip, dale, vale, de acuerdo, correcto, confirmo, confirmar, confirmado, claro que si, por supuesto, perfecto, listo, esta bien, asi es, acepto, adelante, reserva, reservalo, agendalo, cancelalo, cambialo, quiero, bueno, genial, exacto
`);
const NO = phrasesOf(`
  nao, n, negativo, nunca, jamais, nem, deixa, deixa pra la, esquece, espera, espere, calma, melhor nao, errado, mudei de ideia
  no, nope, nah, not, don t, dont, never, wait, hold on, stop, wrong, never mind, nevermind, forget it, i changed my mind
  negativo, mejor no, tampoco, espera, espere, dejalo, olvidalo, equivocado, incorrecto
`);
const POLITE = phrasesOf(`
  por favor, pf, pfv, obrigado, obrigada, muito obrigado, muito obrigada, valeu, entao, ta bom, ta, tudo bem, moca, moco, e, o, a, esse, este, essa, oi, ola, bom dia, boa tarde, boa noite, voce, voces, mesmo, sim
  please, pls, thanks, thank you, so, then, it, that, this, the, hi, hello, one, all, good, me, to, is, for, and, very, much
  gracias, muchas gracias, entonces, eso, esa, ese, lo, la, el, hola, buenas, muy bien, bien, todo, y
`);
const YES_SIGNS = /[👍✅👌☑✔🆗🙏💯]/u;
const NO_SIGNS = /[👎❌🚫⛔]/u;

/**
 * `yes` only if every word of the text agrees, is polite, or repeats the question: "yes but at 11" is unclear, because it may change what
 * is confirmed.
 * @param question the words that an agreement may repeat, for instance "Thu 10:30" and the name of the pet
 */
export function verdictOf(text: string, question = '', language: Language = 'en'): Verdict {
  if (NO_SIGNS.test(text)) return 'no';
  const words = wordsOf(text);
  if (words.length === 0) return YES_SIGNS.test(text) ? 'yes' : 'unclear';
  // In Portuguese "no" also means "on the".
  const judged = language === 'pt' ? words.filter((word, place) => word !== 'no' || place === 0) : words;
  if (NO.some((phrase) => isInside(judged, phrase))) return 'no';
  const left = without(words, YES);
  const agrees = left.length < words.length || YES_SIGNS.test(text);
  if (!agrees || /[?¿]/.test(text)) return 'unclear';
  const repeated = new Set(foldWords(question).split(' '));
  return without(left, POLITE).every((word) => repeated.has(word)) ? 'yes' : 'unclear';
}

/** No typos here: "not" is one letter from "now". */
function isInside(words: readonly string[], phrase: readonly string[]): boolean {
  return ` ${words.join(' ')} `.includes(` ${phrase.join(' ')} `);
}

/** The words that no phrase covers; longer phrases first. */
function without(words: readonly string[], phrases: readonly (readonly string[])[]): string[] {
  let left = [...words];
  for (const phrase of [...phrases].sort((one, other) => other.length - one.length)) {
    for (let place = placeOf(left, phrase); place >= 0; place = placeOf(left, phrase)) {
      left = [...left.slice(0, place), ...left.slice(place + phrase.length)];
    }
  }
  return left;
}
