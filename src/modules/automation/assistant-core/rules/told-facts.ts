import type { Draft } from '../core.types.js';
import { joined } from '../drafts.js';
import type { PetCard } from '../facts.types.js';
import { petsIn } from '../intents/mentions.js';
import { type Turn, useTool, type Work } from '../turn.js';
import type { Line } from './reading.js';

const MAX_VALUE = 60;
const VALUE = `([\\p{L}\\d][^.,;!?\\n]{1,${MAX_VALUE - 1}})`;
/** "Luna is allergic to chicken" in three languages. The first group is what the pet does not stand. */
const ALLERGIES: readonly RegExp[] = [
  new RegExp(`(?<!\\p{L})al+ergic to (?:the )?${VALUE}`, 'iu'),
  new RegExp(`(?<!\\p{L})allerg(?:y|ies) to (?:the )?${VALUE}`, 'iu'),
  /(?<!\p{L})has an? (\p{L}[\p{L} ]{1,30}?) allergy(?!\p{L})/iu,
  new RegExp(`(?<!\\p{L})al[eé]rgic[oa]s? (?:aos?|à|às|al?|com)(?: (?:las?|los))? ${VALUE}`, 'iu'),
  new RegExp(`(?<!\\p{L})alergias? (?:aos?|à|às|al?|com|de|por|do|da)(?: (?:las?|los))? ${VALUE}`, 'iu'),
];
const DENIAL =
  /(?<!\p{L})(?:not|isn['’]?t|no|never|without|n[aã]o|nunca|sem|nenhuma|sin|ning[uú]na?|tampoco|neither)(?!\p{L})/iu;
/** The customer or a person of the family, not a pet. */
const PERSON =
  /(?<!\p{L})(?:i|i['’]m|im|we|eu|sou|somos|tenho|yo|soy|tengo|(?:my|minha?|meu|mi) (?:son|daughter|wife|husband|kids?|child|filh[oa]|espos[oa]|marido|mulher|m[aã]e|pai|hij[oa]|madre|padre|mom|dad))(?!\p{L})/iu;
/** What follows these words is another thought. */
const NEXT_THOUGHT =
  /\s+(?:but|so|because|and (?:i|we|he|she|can|could)|mas|ent[aã]o|porque|pois|e (?:eu|ele|ela|quero|queria|gostaria|preciso|posso)|pero|entonces|y (?:yo|quiero|quisiera|necesito|puedo))(?!\p{L}).*$/iu;

/** Stores allergies that customers tell, for staff to approve. @returns one note for each pet, without the words of the customer */
export function* keepTold(turn: Turn, lines: readonly Line[]): Work<string[]> {
  const told = new Map<PetCard, string>();
  for (const { text, isTap } of lines)
    if (!isTap) for (const [pet, value] of allergiesIn(turn, text)) told.set(pet, value);
  const notes: string[] = [];
  for (const [pet, value] of told) {
    const kept = yield* useTool(turn, 'upsert_pet_fact', { pet: pet.alias, field: 'allergies', value });
    if (kept.ok) notes.push(turn.say('noted', { pet: pet.name }));
  }
  turn.hasProgress ||= notes.length > 0;
  return notes;
}

export function withNotes(draft: Draft, notes: readonly string[]): Draft {
  return notes.length === 0 ? draft : { ...draft, text: joined([...notes, draft.text]) };
}

function allergiesIn(turn: Turn, text: string): [PetCard, string][] {
  const sentences = text.match(/[^.!?\n]+[.!?]?/g) ?? [];
  return sentences.flatMap((sentence): [PetCard, string][] => {
    if (sentence.endsWith('?')) return [];
    const found = ALLERGIES.map((pattern) => pattern.exec(sentence)).find((match) => match !== null);
    const value = found?.[1]?.replace(NEXT_THOUGHT, '').trim();
    if (!found || !value) return [];
    const before = sentence.slice(0, found.index);
    const pet = petOf(turn, before);
    return pet && !DENIAL.test(before) ? [[pet, value]] : [];
  });
}

/** The only pet that the words name, else the only pet of a customer who does not speak of a person. */
function petOf({ facts }: Turn, before: string): PetCard | undefined {
  const named = petsIn(before, facts.pets);
  const meant = named.length > 0 ? named : PERSON.test(before) ? [] : facts.pets;
  return meant.length === 1 ? meant[0] : undefined;
}
