import { dateIn, pickChoice } from '../../flow-core/index.js';
import { slotChoices } from '../drafts.js';
import type { OfferedSlot } from '../facts.types.js';
import { timesIn, type When } from '../intents/when.js';
import type { Turn } from '../turn.js';

/** The offered slot that a text means by its number, "the second one", its time, its day or its label; null if it is not clear. */
export function pickSlot(turn: Turn, text: string, when: When): OfferedSlot | null {
  const { offers } = turn.dialogue;
  if (offers.length === 0) return null;
  const { time_zone } = turn.facts.company;
  const times = timesIn(text);
  if (times.length > 0) {
    const atTime = offers.filter(({ starts_at }) => times.includes(turn.time(starts_at)));
    return only(onDay(turn, atTime, when, time_zone));
  }
  const choices = slotChoices(turn, offers).map(({ id, label }) => ({ label, value: id, outlet: '' }));
  const picked = pickChoice(choices, text);
  if (picked) return offers.find(({ alias }) => picked.value === `offer:${alias}`) ?? null;
  return when.from !== null && when.part_of_day === null ? only(onDay(turn, offers, when, time_zone)) : null;
}

function onDay(turn: Turn, offers: readonly OfferedSlot[], { from, to }: When, timeZone: string): OfferedSlot[] {
  return offers.filter(({ starts_at }) => {
    const day = dateIn(timeZone, new Date(starts_at));
    return from === null || (day >= from && day <= (to ?? from));
  });
}

function only([first, ...others]: readonly OfferedSlot[]): OfferedSlot | null {
  return first && others.length === 0 ? first : null;
}
