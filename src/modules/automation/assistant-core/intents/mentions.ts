import type { PetCard, ServiceFacts } from '../facts.types.js';
import { isWord, phrasesOf, placeOf, wordsOf } from './word-match.js';

/** Words of customers for the same work, folded. */
const SAME_WORK: readonly (readonly (readonly string[])[])[] = [
  phrasesOf('banho, banhos, bath, baths, bathe, wash, bano, banar, lavar'),
  phrasesOf('tosa, tosar, grooming, groom, haircut, hair cut, trim, cut, corte, peluqueria, peluquero, cortar el pelo'),
  phrasesOf('unha, unhas, nail, nails, unas'),
  phrasesOf('consulta, consultation, checkup, check up, exam, vet visit, veterinario, veterinaria, revision'),
  phrasesOf('vacina, vacinas, vacinar, vacinacao, vaccine, vaccines, vaccination, shots, vacuna, vacunas, vacunar'),
  phrasesOf('hotel, hospedagem, hospedar, boarding, overnight, hospedaje, pension'),
  phrasesOf('creche, daycare, day care, guarderia'),
  phrasesOf('adestramento, adestrar, training, adiestramiento, entrenamiento'),
  phrasesOf('passeio, passear, walk, walking, paseo, pasear'),
];
const SPECIES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  dog: phrasesOf(
    'dog, dogs, doggy, puppy, cao, caes, cachorro, cachorra, cachorrinho, cachorrinha, perro, perra, perrito, perrita',
  ),
  cat: phrasesOf('cat, cats, kitten, kitty, gato, gata, gatinho, gatinha, gatito, gatita'),
};
const FILLERS = new Set('e de da do das dos para pra com and y the a o with con of for el la del al'.split(' '));

/**
 * The services that a text names: one if it is clear, several if their names fit equally well, none if none is named.
 * "Bath and cut" is not "Bath".
 */
export function servicesIn(text: string, services: readonly ServiceFacts[]): ServiceFacts[] {
  const words = wordsOf(text);
  const scored = services.map((service) => ({ service, ...scoreOf(words, service) }));
  const best = Math.max(...scored.map(({ matched }) => matched), 0);
  if (best === 0) return [];
  const top = scored.filter(({ matched }) => matched === best);
  const share = Math.max(...top.map(({ share }) => share));
  return top.filter((each) => each.share === share).map(({ service }) => service);
}

function scoreOf(words: readonly string[], service: ServiceFacts): { matched: number; share: number } {
  const names = [service.name, ...service.words].map((name) => {
    const tokens = wordsOf(name).filter((token) => !FILLERS.has(token));
    const matched = tokens.filter((token) => isNamed(words, token)).length;
    return { matched, share: tokens.length === 0 ? 0 : matched / tokens.length };
  });
  names.sort((one, other) => other.matched - one.matched || other.share - one.share);
  return names[0] ?? { matched: 0, share: 0 };
}

function isNamed(words: readonly string[], token: string): boolean {
  if (words.some((word) => isWord(word, token))) return true;
  const group = SAME_WORK.find((phrases) => phrases.some((phrase) => phrase.length === 1 && phrase[0] === token));
  return group?.some((phrase) => placeOf(words, phrase) >= 0) ?? false;
}

/** The pets that a text names, by name or, if no name is there, by species. */
export function petsIn(text: string, pets: readonly PetCard[]): PetCard[] {
  const words = wordsOf(text);
  const named = pets.filter(({ name }) => placeOf(words, wordsOf(name)) >= 0 && wordsOf(name).length > 0);
  if (named.length > 0) return named;
  const species = Object.keys(SPECIES).filter((kind) =>
    SPECIES[kind]?.some((phrase) => words.includes(phrase.join(' '))),
  );
  return species.length === 1 ? pets.filter((pet) => speciesOf(pet.species ?? '') === species[0]) : [];
}

/** `dog` or `cat` for the names of both in three languages, else the word itself. */
export function speciesOf(word: string): string {
  const folded = wordsOf(word).join(' ');
  return Object.keys(SPECIES).find((kind) => SPECIES[kind]?.some((phrase) => phrase.join(' ') === folded)) ?? folded;
}

export function isForSpecies(service: ServiceFacts, pet: PetCard | null): boolean {
  if (service.species.length === 0 || !pet?.species) return true;
  const species = speciesOf(pet.species);
  return service.species.some((each) => speciesOf(each) === species);
}
