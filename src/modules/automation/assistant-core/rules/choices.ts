import type { DraftChoice } from '../core.types.js';
import type { OwnAppointment, ServiceFacts } from '../facts.types.js';
import { isForSpecies } from '../intents/mentions.js';
import { slotLabel } from '../texts/moments.js';
import type { Turn } from '../turn.js';

/** Services that the customer may book for the pet that is known. */
export function bookable(turn: Turn): ServiceFacts[] {
  const pet = turn.pet(turn.dialogue.known.pet);
  return turn.facts.services.filter((service) => service.is_bookable && isForSpecies(service, pet));
}

/** The choices of a question for one of these services, pets or appointments. */
export function choicesOf(turn: Turn, asked: Asked, aliases: readonly string[]): DraftChoice[] {
  return aliases.map((alias) => ({ id: `${asked}:${alias}`, label: labelOf(turn, asked, alias) }));
}

export type Asked = 'service' | 'pet' | 'appointment';

function labelOf(turn: Turn, asked: Asked, alias: string): string {
  if (asked === 'service') return turn.service(alias)?.name ?? '';
  if (asked === 'pet') return turn.pet(alias)?.name ?? '';
  const at = turn.appointment(alias)?.starts_at;
  return at === undefined ? '' : slotLabel(at, turn.language, turn.facts.company.time_zone);
}

/** "Bath (Rex)". */
export function whatOf(service: string, pet: string | null): string {
  return pet === null ? service : `${service} (${pet})`;
}

export const whatOfAppointment = ({ service, pet }: OwnAppointment): string => whatOf(service, pet?.name ?? null);
