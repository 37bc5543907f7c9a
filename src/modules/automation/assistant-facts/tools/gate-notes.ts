import type { GateFinding } from '../../../booking/reservations/index.js';

/** A sentence for each kind of gate that is not met; its name is in the words of the company. */
const NOTES: Readonly<Record<string, Readonly<Record<GateFinding['kind'], (name: string) => string>>>> = {
  en: {
    vaccination: (name) => `Please send us proof of this vaccination: ${name}.`,
    evaluation: (name) => `This is needed before the visit: ${name}.`,
    agreement: (name) => `Your agreement is needed before the visit: ${name}.`,
  },
  'pt-BR': {
    vaccination: (name) => `Envie-nos o comprovante desta vacina: ${name}.`,
    evaluation: (name) => `É preciso fazer antes da visita: ${name}.`,
    agreement: (name) => `Precisamos da sua autorização antes da visita: ${name}.`,
  },
};

/** What the customer has to do before the visit, one sentence each. */
export function gateNotes(findings: readonly GateFinding[], locale: string): string[] {
  const notes = NOTES[locale] ?? NOTES['en']!;
  return [...new Set(findings.map(({ kind, name }) => notes[kind](name)))];
}
