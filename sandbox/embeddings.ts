/** The embeddings of the sandbox: words that mean the same point in the same direction. */
import { isObject, isText, type JsonObject } from './json.ts';

/** As many as those of a real model. */
const DIMENSIONS = 1_536;
const MAX_INPUTS = 2_048;
const KEYS = ['model', 'input', 'encoding_format'];
/** Each line is one meaning. */
const MEANINGS = [
  'cost costs price prices fee quanto custa preco valor cuanto precio',
  'open opens opening hours schedule horario abre abierto funcionamento',
  'dog puppy hound cachorro cao perro',
  'cat kitten gato gata felino',
  'wash bath washing banho bano shampoo',
  'haircut trim groom grooming clip tosa corte',
  'stay overnight boarding sleep slumber lodging hotel hospedagem dormir',
  'shot shots jab vaccine vaccines vaccination vacina vacuna',
];
const MEANING_OF = new Map(MEANINGS.flatMap((line) => line.split(' ').map((word) => [word, line] as const)));
const SMALL = new Set(
  'a an and are at can do does for how i is it my of on the to what you your o os as um uma de que el la'.split(' '),
);

/** @returns null for a right body */
export function reasonToRefuseEmbeddings(body: unknown): string | null {
  if (!isObject(body)) return 'The body must be a JSON object';
  const unknown = Object.keys(body).filter((key) => !KEYS.includes(key));
  if (unknown.length > 0) return `Unrecognized request argument supplied: ${unknown.join(', ')}`;
  if (!isText(body['model'])) return 'you must provide a model parameter';
  const { input, encoding_format: format = 'float' } = body;
  if (format !== 'float') return 'encoding_format must be float';
  if (!Array.isArray(input) || input.length === 0 || input.length > MAX_INPUTS) return "'$.input' is invalid";
  return input.every((text) => isText(text)) ? null : "'$.input' is invalid: texts must not be empty";
}

export function embeddingsOf({ model, input }: JsonObject): JsonObject {
  const data = (input as string[]).map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }));
  return { object: 'list', data, model, usage: { prompt_tokens: 1, total_tokens: 1 } };
}

function vectorOf(text: string): number[] {
  // Real numbers are long, too.
  const vector = Array.from({ length: DIMENSIONS }, (_, place) => ((place % 7) + 1) / 3_000_007);
  const words =
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  for (const word of words.filter((one) => !SMALL.has(one))) {
    const place = hash(MEANING_OF.get(word) ?? word) % DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  return vector;
}

function hash(text: string): number {
  let value = 2_166_136_261;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return value;
}
