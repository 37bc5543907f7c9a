/** The value of a variable of a template. `index` is the place of its button. */
export interface TemplateParameter {
  place: 'header' | 'body' | 'button';
  text: string;
  /** Absent for numbered variables, which go by their order. */
  name?: string;
  index?: number;
}

/** The template of the message. The message's `content` is the text with all values. */
export interface MessageTemplate {
  name: string;
  /** As WhatsApp writes it, for instance pt_BR. */
  language: string;
  variables: Record<string, string>;
  /** Never shown. */
  parameters: TemplateParameter[];
}
