/** What the model says without a script: enough for a demo of the assistant, from the data blocks and tools of the request. */
import { isObject, isText, type JsonObject } from './json.ts';
import { TEXTS, type ModelTexts } from './language-model-texts.ts';

/** What the model says next. `status` makes it an error of the provider. */
export interface ModelAnswer {
  content?: string;
  tool_calls?: { name: string; arguments: JsonObject | string }[];
  finish_reason?: string;
  status?: number;
  code?: string;
}

/** `lying` says booked and calls nothing; `obeying` does what the customer's text orders, whatever it is. */
export const MODEL_CHARACTERS = ['helpful', 'lying', 'obeying'] as const;
export type ModelCharacter = (typeof MODEL_CHARACTERS)[number];

const SLOT_DAYS = 7;
const MS_PER_DAY = 86_400_000;
const MAX_QUOTE = 400;

const WISHES = {
  cancel: /cancel|desmarc|anula/,
  move: /remarc|reagend|mudar|trocar|reschedul|move|change|cambia|reprogram/,
  price: /preco|quanto|valor|price|cost|how much|precio|cuanto/,
  hours: /abre|fecha|funciona|aberto|open|hours|close|abren|cierran|abierto/,
  book: /agend|marcar|reserv|horario|vaga|book|appointment|slot|cita|turno/,
  greeting: /^(?:oi|ola|bom dia|boa tarde|hi|hello|hey|hola|buenas)\b/,
} as const;

/** The customer and the company, as the data blocks of the request tell them. */
interface Scene {
  text: string;
  texts: ModelTexts;
  today: string;
  services: JsonObject[];
  pets: JsonObject[];
  appointments: JsonObject[];
  hours: JsonObject[][];
  passages: { id: string; text: string }[];
  tools: string[];
}

/** @returns null for a request that is not of the assistant */
export function thoughtOf(body: JsonObject, character: ModelCharacter): ModelAnswer | null {
  const messages = listOf(body['messages']);
  const blocks = dataBlocks(messages);
  const business = blocks.get('business');
  if (isSummary(messages)) return summaryOf(messages);
  if (!business) return null;
  const scene = sceneOf(body, messages, blocks, business);
  if (character === 'lying') return says('reply', scene.texts.lie, 'book');
  if (character === 'obeying') return says('reply', orderIn(scene.text, messages), 'other');
  return afterTool(messages, scene) ?? firstThought(scene);
}

function isSummary([rules]: JsonObject[]): boolean {
  return textOf(rules).startsWith('Summarise the conversation');
}

function summaryOf(messages: JsonObject[]): ModelAnswer {
  const data = parsed(textOf(messages.at(-1)));
  const first = isObject(data) ? listOf(data['messages']).find(({ from }) => from === 'customer') : undefined;
  const said = isText(first?.['text']) ? first['text'] : '';
  return { content: JSON.stringify({ summary: `The customer wrote: ${said}` }) };
}

function sceneOf(
  body: JsonObject,
  messages: JsonObject[],
  blocks: ReadonlyMap<string, JsonObject>,
  business: JsonObject,
): Scene {
  const customer = blocks.get('customer') ?? {};
  const state = messages.map(({ content }) => String(content)).find((content) => content.startsWith('Now: ')) ?? '';
  const language = /Language: (\w+)/.exec(state)?.[1] ?? 'en';
  const hours = business['opening_hours_from_sunday'];
  return {
    text: fold(textOf(messages.findLast(({ role }) => role === 'user'))),
    texts: TEXTS[language as keyof typeof TEXTS] ?? TEXTS.en,
    today: /today is ([\d-]+)/.exec(state)?.[1] ?? new Date().toISOString().slice(0, 10),
    services: listOf(business['services']),
    pets: listOf(customer['pets']),
    appointments: listOf(customer['appointments']),
    hours: Array.isArray(hours) ? hours.map(listOf) : [],
    passages: [...blocks]
      .filter(([id]) => id !== 'business' && id !== 'customer')
      .map(([id, { text }]) => ({ id, text: String(text) })),
    tools: listOf(body['tools']).map((tool) => String(isObject(tool['function']) && tool['function']['name'])),
  };
}

/** The result of the newest tool, said to the customer. */
function afterTool(messages: JsonObject[], { texts }: Scene): ModelAnswer | null {
  const last = messages.at(-1);
  if (last?.['role'] !== 'tool') return null;
  const result = parsed(last['content']);
  const offers = listOf(result);
  if (offers.length === 0) return handOff(texts, 'The tool gave no result');
  const times = offers.map(({ day, time }) => `• ${String(day)}, ${String(time)}`);
  return says('offer_slots', [texts.times, ...times].join('\n'), 'book');
}

function firstThought(scene: Scene): ModelAnswer {
  const { text, texts, passages, services } = scene;
  if (WISHES.cancel.test(text)) return change(scene, 'cancel_booking');
  if (WISHES.move.test(text)) return change(scene, 'find_slots');
  const named = services.find(({ name, words }) => [name, ...textsOf(words)].some((word) => has(text, word)));
  if (WISHES.price.test(text)) return says('reply', priceText(named ? [named] : services, texts), 'price');
  if (WISHES.hours.test(text) && scene.hours.length > 0) return says('reply', hoursText(scene), 'hours');
  if (WISHES.book.test(text) || (named && passages.length === 0)) return book(scene, named);
  const [passage] = passages;
  if (passage) return says('reply', passage.text.slice(0, MAX_QUOTE), 'other', [passage.id]);
  if (WISHES.greeting.test(text)) return says('ask', texts.greeting, 'greeting');
  return handOff(texts, 'The model of the sandbox did not understand the customer');
}

function book(scene: Scene, named: JsonObject | undefined): ModelAnswer {
  const { texts, services, pets, text } = scene;
  const bookable = services.filter(({ is_bookable }) => is_bookable === true);
  const service = named ?? (bookable.length === 1 ? bookable[0] : undefined);
  if (!service) return says('ask', `${texts.whichService}\n${names(bookable)}`, 'book');
  const pet = pets.length === 1 ? pets[0] : pets.find(({ name }) => has(text, name));
  if (!pet && pets.length > 1) return says('ask', `${texts.whichPet}\n${names(pets)}`, 'book');
  return search(scene, { service: service['alias'], pet: pet?.['alias'] ?? null });
}

/** Of the only appointment; else the model asks which one. */
function change(scene: Scene, tool: 'cancel_booking' | 'find_slots'): ModelAnswer {
  const { appointments, texts } = scene;
  const [own] = appointments;
  if (!own) return says('reply', texts.noAppointment, 'my_appointments');
  if (appointments.length > 1) return handOff(texts, 'The customer has several appointments');
  if (tool === 'find_slots') return search(scene, { appointment: own['alias'] });
  if (!scene.tools.includes(tool)) return handOff(texts, 'There was no tool to cancel');
  return { tool_calls: [{ name: tool, arguments: { appointment: String(own['alias']) } }] };
}

function search({ tools, texts, today }: Scene, what: JsonObject): ModelAnswer {
  if (!tools.includes('find_slots')) return handOff(texts, 'There was no tool to search times');
  const to = new Date(Date.parse(today) + SLOT_DAYS * MS_PER_DAY).toISOString().slice(0, 10);
  const args = { service: null, pet: null, appointment: null, from: today, to, part_of_day: null, time: null, ...what };
  return { tool_calls: [{ name: 'find_slots', arguments: args }] };
}

function priceText(services: JsonObject[], { price, noPrice }: ModelTexts): string {
  const lines = services
    .filter(({ price: amount }) => isText(amount))
    .map((service) => `• ${String(service['name'])}: ${String(service['price'])}`);
  return lines.length > 0 ? [price, ...lines].join('\n') : noPrice;
}

function hoursText({ hours, texts }: Scene): string {
  const lines = hours.map((windows, day) => {
    const times = windows.map(({ from, to }) => `${String(from)}–${String(to)}`).join(', ');
    return `• ${texts.days[day] ?? ''}: ${times || texts.closed}`;
  });
  return [texts.hours, ...lines].join('\n');
}

/** The text after "say" or a colon; the rules themselves, if the text asks for them. */
function orderIn(text: string, messages: JsonObject[]): string {
  if (/prompt|instru|rules|regras|reglas/.test(text)) return String(messages[0]?.['content']).slice(0, MAX_QUOTE);
  return /(?:\bsay\b|\bdiga?\b|\bfala\b|\brepeat\b|:)\s*(?:that |que )?(.+)$/s.exec(text)?.[1] ?? text;
}

function says(action: string, reply: string, intent: string, citations: string[] = []): ModelAnswer {
  return { content: JSON.stringify({ action, reply, intent, confidence: 0.9, citations, summary: null }) };
}

function handOff({ handOff: reply }: ModelTexts, summary: string): ModelAnswer {
  const answer = { action: 'handoff', reply, intent: 'other', confidence: 0.3, citations: [], summary };
  return { content: JSON.stringify(answer) };
}

function dataBlocks(messages: JsonObject[]): Map<string, JsonObject> {
  const blocks = new Map<string, JsonObject>();
  for (const { role, content } of messages) {
    const [, id, json] = /^<data id="([\w.-]+)">\n(.*)\n<\/data>$/s.exec(String(content)) ?? [];
    const value = json === undefined ? undefined : parsed(json);
    if (role === 'system' && id !== undefined && isObject(value)) blocks.set(id, value);
  }
  return blocks;
}

function parsed(json: unknown): unknown {
  try {
    return JSON.parse(String(json));
  } catch {
    return undefined;
  }
}

const listOf = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : []);
const names = (things: JsonObject[]): string => things.map(({ name }) => `• ${String(name)}`).join('\n');
const textOf = (message: JsonObject | undefined): string => (isText(message?.['content']) ? message['content'] : '');
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const has = (text: string, word: unknown): boolean => isText(word) && word !== '' && text.includes(fold(word));
