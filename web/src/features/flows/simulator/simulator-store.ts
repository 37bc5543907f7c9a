import { createStore, type Store } from '#web/lib/store.ts';
import type { EffectOutcome, Scenario, SimulationInput, SimulationSetup } from './simulation-types.ts';

/** The customer of a test, as the fields show it. */
export interface TestPerson {
  name: string;
  phone: string;
  tags: string;
  /** Names with commas between them. */
  pet: string;
  /** Of all of them. */
  species: string;
  isOpen: boolean;
  isWindowOpen: boolean;
}

/** What a call of another system answers in a test. `json` may be invalid while somebody writes it. */
export interface TestStub {
  isOk: boolean;
  json: string;
}

export interface SimulatorState {
  /** When the conversation begins. */
  startedAt: string;
  inputs: SimulationInput[];
  person: TestPerson;
  /** By the id of the step. */
  stubs: Readonly<Record<string, TestStub>>;
}

const PERSON: TestPerson = {
  name: 'Maria Silva',
  phone: '',
  tags: '',
  pet: 'Rex',
  species: 'dog',
  isOpen: true,
  isWindowOpen: true,
};

const stores = new Map<string, Store<SimulatorState>>();

/** The test of a flow. It stays while the user looks at other tabs or flows. */
export function simulatorOf(flowId: string): Store<SimulatorState> {
  const known = stores.get(flowId);
  if (known) return known;
  const made = createStore<SimulatorState>({ ...begin(), person: PERSON, stubs: {} });
  stores.set(flowId, made);
  return made;
}

/** A conversation without a word, now. */
export const begin = (): Pick<SimulatorState, 'startedAt' | 'inputs'> => ({
  startedAt: new Date().toISOString(),
  inputs: [],
});

/** The test as the API takes it. */
export function setupOf({ startedAt, inputs, person, stubs }: SimulatorState): SimulationSetup {
  const { name, phone, tags, pet, species, isOpen, isWindowOpen } = person;
  const pets = listOf(pet).map((each) => ({
    name: each,
    ...(species.trim() === '' ? {} : { species: species.trim() }),
  }));
  const outcomes = Object.entries(stubs).flatMap(([id, stub]) => {
    const outcome = outcomeOf(stub);
    return outcome ? [[id, outcome] as const] : [];
  });
  return {
    inputs,
    contact: {
      ...(name.trim() === '' ? {} : { full_name: name.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
      tags: listOf(tags),
      pets,
    },
    stubs: Object.fromEntries(outcomes),
    is_open: isOpen,
    is_window_open: isWindowOpen,
    now: startedAt,
  };
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The test of a saved scenario. */
export function stateOf({ inputs, contact, stubs, is_open, is_window_open, now }: Scenario): SimulatorState {
  const pets = contact?.pets ?? [{ name: PERSON.pet, species: PERSON.species }];
  return {
    startedAt: now ?? begin().startedAt,
    inputs,
    person: {
      name: contact?.full_name ?? PERSON.name,
      phone: contact?.phone ?? '',
      tags: (contact?.tags ?? []).join(', '),
      pet: pets.map(({ name }) => name).join(', '),
      species: pets[0]?.species ?? '',
      isOpen: is_open ?? true,
      isWindowOpen: is_window_open ?? true,
    },
    stubs: Object.fromEntries(Object.entries(stubs ?? {}).map(([id, outcome]) => [id, stubOf(outcome)])),
  };
}

const stubOf = (outcome: EffectOutcome): TestStub =>
  outcome.ok
    ? { isOk: true, json: outcome.value === undefined ? '' : JSON.stringify(outcome.value) }
    : { isOk: false, json: '' };

/** Undefined while the data is no JSON. */
function outcomeOf({ isOk, json }: TestStub): EffectOutcome | undefined {
  if (!isOk) return { ok: false, code: 'TEST_ERROR', message: 'An error of the test' };
  if (json.trim() === '') return { ok: true };
  return isJson(json) ? { ok: true, value: JSON.parse(json) as never } : undefined;
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
