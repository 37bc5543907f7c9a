import type { FlowFacts, Json } from './core.types.js';

/** Where a filled text goes: it decides how values are escaped. */
export type Sink = 'text' | 'url' | 'json' | 'header';

/** The values of `{{path}}`, by the first part of the path. */
export type TemplateValues = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** A text that may not be sent as it was filled, for instance a header with a line break. */
export class FillError extends Error {
  constructor(readonly code: 'BAD_HEADER' | 'TEXT_TOO_LONG') {
    super(code);
  }
}

/** Fills `{{path}}` and `{{path|default}}` in one pass. Throws a FillError for a header with a line break or a text without bounds. */
export function fill(_template: string, _values: TemplateValues, _sink: Sink): string {
  throw new Error('not written yet');
}

/** The paths that a template names, each once. */
export function variablesIn(_template: string): string[] {
  throw new Error('not written yet');
}

export function templateValues(_facts: FlowFacts, _vars: Readonly<Record<string, Json>>): TemplateValues {
  throw new Error('not written yet');
}
