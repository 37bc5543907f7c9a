import type { FlowGraph, FlowNode } from './flow-graph.ts';

/** The paths that every flow knows, by group. */
export const FIXED_PATHS = {
  contact: ['contact.first_name', 'contact.full_name', 'contact.phone', 'contact.email'],
  pet: ['pet.name', 'pet.species', 'pet.breed', 'pet.weight_kg'],
  company: ['company.name', 'company.phone'],
  appointment: ['appointment.service', 'appointment.date', 'appointment.time', 'appointment.staff'],
  message: ['message.text'],
} as const;

export type PathGroup = keyof typeof FIXED_PATHS;
export type FixedPath = (typeof FIXED_PATHS)[PathGroup][number];

const PLACEHOLDER = /\{\{\s*([A-Za-z][\w.]*)\s*(?:\|([^{}]*))?\}\}/g;
const MAX_NAME = 64;

/** The variable that a node sets, without `vars.`. */
export function variableSetBy(node: FlowNode): string | undefined {
  if (node.type === 'ask') return node.data.variable || undefined;
  if (node.type !== 'action') return undefined;
  const data = node.data;
  if (data.action === 'set_variable') return data.variable || undefined;
  return ('save_as' in data && data.save_as) || undefined;
}

/** The variables that the nodes before this one may have set, without `vars.`. */
export function variablesBefore(graph: FlowGraph, id: string): string[] {
  const before = new Set<string>();
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const { source, target } of graph.edges) {
      if (target !== next || before.has(source)) continue;
      before.add(source);
      queue.push(source);
    }
  }
  const names = graph.nodes.filter((node) => before.has(node.id)).map(variableSetBy);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** A part of a text with placeholders. */
export type TextPart = { kind: 'text'; text: string } | { kind: 'value'; text: string; isKnown: boolean };

/** The text with examples in place of the placeholders. A path without an example shows its default or its name. */
export function preview(text: string, examples: Readonly<Record<string, string>>): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: whole, 1: path = '', 2: instead, index } of text.matchAll(PLACEHOLDER)) {
    if (index > end) parts.push({ kind: 'text', text: text.slice(end, index) });
    const example = examples[path] ?? (instead?.trim() || undefined);
    const name = path.replace(/^vars\./, '');
    parts.push({ kind: 'value', text: example ?? name, isKnown: example !== undefined || path.startsWith('vars.') });
    end = index + whole.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

/** A typed name as one that the API takes: small letters, digits and _, beginning with a letter. */
export function asVariableName(typed: string): string {
  const plain = typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, MAX_NAME);
}
