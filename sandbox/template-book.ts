/** The message templates of the WhatsApp business accounts, as Meta keeps them. */
import { numericId } from './ids.ts';
import { isText, type JsonObject } from './json.ts';

export const TEMPLATE_STATUSES = ['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED'] as const;
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];
export const TEMPLATE_CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];

/** A node of `GET /{waba}/message_templates`. */
export interface WhatsappTemplate {
  id: string;
  name: string;
  language: string;
  status: TemplateStatus;
  category: TemplateCategory;
  /** POSITIONAL: `{{1}}`, `{{2}}`, …; NAMED: `{{customer_name}}`. */
  parameter_format: 'POSITIONAL' | 'NAMED';
  components: readonly JsonObject[];
  quality_score: { score: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN' };
  rejected_reason: string;
}

export type TemplateKey = Pick<WhatsappTemplate, 'name' | 'language'>;

/** Each business account begins with the same templates. */
export class TemplateBook {
  private readonly books = new Map<string, WhatsappTemplate[]>();
  private readonly seeds: readonly Omit<WhatsappTemplate, 'id'>[];

  constructor(seeds: readonly Omit<WhatsappTemplate, 'id'>[]) {
    this.seeds = seeds;
  }

  of(wabaId: string): WhatsappTemplate[] {
    const known = this.books.get(wabaId);
    if (known !== undefined) return known;
    const seeded = this.seeds.map((template) => ({ ...structuredClone(template), id: numericId(15) }));
    this.books.set(wabaId, seeded);
    return seeded;
  }

  find(wabaId: string, { name, language }: TemplateKey): WhatsappTemplate | undefined {
    return this.of(wabaId).find((template) => template.name === name && template.language === language);
  }

  add(
    wabaId: string,
    fields: Omit<WhatsappTemplate, 'id' | 'status' | 'quality_score' | 'rejected_reason'>,
  ): WhatsappTemplate {
    const rest = { status: 'PENDING', quality_score: { score: 'UNKNOWN' }, rejected_reason: 'NONE' } as const;
    const template: WhatsappTemplate = { ...fields, ...rest, id: numericId(15) };
    this.of(wabaId).push(template);
    return template;
  }

  /** @returns how many were removed */
  remove(wabaId: string, isGone: (template: WhatsappTemplate) => boolean): number {
    const before = this.of(wabaId);
    const after = before.filter((template) => !isGone(template));
    this.books.set(wabaId, after);
    return before.length - after.length;
  }
}

/** The text of a part; empty if the template has no such part. */
export function textOfPart({ components }: WhatsappTemplate, type: 'HEADER' | 'BODY' | 'FOOTER'): string {
  const text = components.find((component) => component['type'] === type)?.['text'];
  return isText(text) ? text : '';
}

export function buttonsOf({ components }: WhatsappTemplate): JsonObject[] {
  const buttons = components.find((component) => component['type'] === 'BUTTONS')?.['buttons'];
  return Array.isArray(buttons) ? (buttons as JsonObject[]) : [];
}

/** The variables in a text, each once, in their order: `1`, `2` or `customer_name`. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name))];
}
