import type { Company } from './company.ts';

/** A node of a graph at the next place from left to right. */
export const node = (id: string, type: string, data: object, column: number) => ({
  id,
  type,
  position: { x: column * 360, y: 0 },
  data,
});

/** A way from an outlet to a node. */
export const edge = (source: string, source_handle: string, target: string) => ({
  id: `${source}-${source_handle}`,
  source,
  source_handle,
  target,
});

/** Starts at "menu", offers two choices, asks for the pet's name, and says goodbye. */
export const menuGraph = (welcome = 'What can we do for you?') => ({
  nodes: [
    node('start', 'trigger', { kind: 'keyword', words: ['menu'] }, 0),
    node('welcome', 'message', { text: welcome, buttons: [{ label: 'Book a bath' }, { label: 'Prices' }] }, 1),
    node('pet', 'ask', { text: 'Which pet?', variable: 'pet', answer: 'text' }, 2),
    node('prices', 'message', { text: 'A bath is 90' }, 2),
    node('bye', 'message', { text: 'See you, {{vars.pet}}' }, 3),
  ],
  edges: [
    edge('start', 'next', 'welcome'),
    edge('welcome', 'choice-1', 'pet'),
    edge('welcome', 'choice-2', 'prices'),
    edge('pet', 'next', 'bye'),
  ],
});

/** A flow that is stored as a draft. */
export function makeFlow(company: Company, name: string, graph: object): Promise<{ _id: string; draft_rev: number }> {
  return company.api('POST', '/flows', { name, graph });
}

export async function publish(company: Company, id: string, note?: string): Promise<void> {
  await company.api('POST', `/flows/${id}/publish`, note === undefined ? {} : { note });
}
