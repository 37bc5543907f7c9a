import { DANGERS, EATEN, EATING, FALSE_FRIENDS, HARMLESS } from './emergency-words.js';
import { foldWords } from './keywords.js';

/** What a customer may ask for at any time, in any flow. */
export type Escape = 'opt_out' | 'opt_in' | 'person' | 'restart';

/** The whole message is one of these, folded, in English, Portuguese and Spanish. "Cancel" is not an opt-out: it may mean the appointment. */
const WHOLE: readonly (readonly [Escape, readonly string[]])[] = [
  [
    'opt_out',
    ['stop', 'stopall', 'stop all', 'unsubscribe', 'opt out', 'parar', 'pare', 'sair', 'descadastrar', 'baja', 'salir'],
  ],
  [
    'opt_in',
    [
      'start',
      'unstop',
      'subscribe',
      'opt in',
      'voltar a receber',
      'inscrever',
      'alta',
      'suscribir',
      'volver a recibir',
    ],
  ],
  [
    'person',
    [
      'human',
      'person',
      'agent',
      'staff',
      'operator',
      'representative',
      'humano',
      'pessoa',
      'atendente',
      'atendimento',
      'persona',
      'agente',
      'asesor',
      'operador',
    ],
  ],
  [
    'restart',
    [
      'restart',
      'start over',
      'menu',
      'main menu',
      'reiniciar',
      'recomecar',
      'menu principal',
      'volver a empezar',
      'empezar de nuevo',
    ],
  ],
];

/** Anywhere in the message, folded. */
const PHRASES: readonly (readonly [Escape, readonly string[]])[] = [
  [
    'opt_out',
    [
      'unsubscribe me',
      'stop messaging',
      'stop texting',
      'stop writing me',
      'stop sending',
      'no more messages',
      'remove me from your list',
      'take me off your list',
      'pare de mandar',
      'pare de enviar',
      'parem de mandar',
      'parem de enviar',
      'nao quero mais mensagens',
      'nao quero receber mais',
      'nao quero mais receber',
      'no quiero mas mensajes',
      'no quiero recibir mas',
      'no me escriban mas',
      'no me escribas mas',
      'dejen de escribirme',
      'dejen de enviar',
      'darme de baja',
      'dame de baja',
    ],
  ],
  [
    'person',
    [
      'real person',
      'real human',
      'a human',
      'to someone',
      'talk to a person',
      'speak to a person',
      'speak with a person',
      'talk with a person',
      'to an agent',
      'talk to staff',
      'to a representative',
      'com um humano',
      'com um atendente',
      'com uma atendente',
      'com uma pessoa',
      'com alguem',
      'falar com atendente',
      'falar com humano',
      'falar com pessoa',
      'con una persona',
      'con un humano',
      'con alguien',
      'con un asesor',
      'con un agente',
      'hablar con persona',
    ],
  ],
];

const POLITE = / (please|pls|thanks|thank you|por favor|pf|obrigado|obrigada|gracias) /g;
/** In a longer message "a human" is probably not a wish to talk to a person. */
const MAX_ESCAPE_WORDS = 15;

export function escapeOf(text: string): Escape | null {
  const line = ` ${foldWords(text)} `;
  const words = line.replace(POLITE, ' ').trim();
  if (words.split(' ').length > MAX_ESCAPE_WORDS) return null;
  for (const [escape, whole] of WHOLE) if (whole.includes(words)) return escape;
  for (const [escape, phrases] of PHRASES) if (phrases.some((phrase) => line.includes(` ${phrase} `))) return escape;
  return null;
}

/** Shorter words may not have a typo: too many other words are one letter away. */
const MIN_TYPO_LENGTH = 6;
const MAX_EMERGENCY_WORDS = 1_000;
/** The greatest distance, in words, between "ate" and "chocolate". */
const MAX_EATING_DISTANCE = 6;

/**
 * Whether a message tells of an animal in danger. Unsure texts ("do you treat emergencies?", "he is not bleeding any more") count as an
 * emergency, because a missed emergency is worse than a false alarm. Only the phrases of HARMLESS are removed before.
 */
export function isEmergency(text: string): boolean {
  const line = HARMLESS.reduce((rest, phrase) => rest.replaceAll(` ${phrase} `, ' . '), ` ${foldWords(text)} `);
  const words = line.trim().split(' ', MAX_EMERGENCY_WORDS);
  const places = new Map<string, number[]>();
  words.forEach((word, place) => {
    const known = places.get(word);
    if (known) known.push(place);
    else places.set(word, [place]);
  });
  return hasDanger(words, places) || hasEaten(places);
}

function hasDanger(words: readonly string[], places: ReadonlyMap<string, number[]>): boolean {
  return DANGERS.some(([first = '', ...others]) =>
    placesOf(first, places).some((place) =>
      others.every((other, index) => isWord(words[place + index + 1] ?? '', other)),
    ),
  );
}

function hasEaten(places: ReadonlyMap<string, number[]>): boolean {
  const substances = EATEN.flatMap((word) => placesOf(word, places));
  if (substances.length === 0) return false;
  const eating = new Set([...EATING].flatMap((word) => places.get(word) ?? []));
  return substances.some((place) => {
    for (let other = place - MAX_EATING_DISTANCE; other <= place + MAX_EATING_DISTANCE; other++) {
      if (eating.has(other)) return true;
    }
    return false;
  });
}

/** Each different word of the message is compared once, however often it is there. */
function placesOf(wanted: string, places: ReadonlyMap<string, number[]>): number[] {
  if (wanted.length < MIN_TYPO_LENGTH) return places.get(wanted) ?? [];
  const found: number[] = [];
  for (const [word, at] of places) if (isWord(word, wanted)) for (const place of at) found.push(place);
  return found;
}

function isWord(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  if (wanted.length < MIN_TYPO_LENGTH || word.length < MIN_TYPO_LENGTH - 1) return false;
  return isOneEditAway(word, wanted) && !FALSE_FRIENDS.has(word);
}

/** One letter more, less or other, or two neighbours swapped; never the first letter, which people rarely mistype. */
export function isOneEditAway(one: string, other: string): boolean {
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = (text: string, skipped: number): string => text.slice(start + skipped);
  if (one.length > other.length) return rest(one, 1) === rest(other, 0);
  if (one.length < other.length) return rest(one, 0) === rest(other, 1);
  const isSwapped = one[start] === other[start + 1] && one[start + 1] === other[start];
  return rest(one, 1) === rest(other, 1) || (isSwapped && rest(one, 2) === rest(other, 2));
}
