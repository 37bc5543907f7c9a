import { dateIn, foldWords, pickChoice } from '../../flow-core/index.js';
import { slotChoices } from '../drafts.js';
import type { OfferedSlot } from '../facts.types.js';
import { timesIn, type When } from '../intents/when.js';
import { phrasesOf } from '../intents/word-match.js';
import type { Turn } from '../turn.js';

/** The whole text is one of these. */
const ANY =
  phrasesOf(`tanto faz, qualquer um, qualquer uma, qualquer horario, o que tiver, any, any of them, any time, whichever, doesn t matter,
  cualquiera, el que sea, da igual, me da igual, el primero que haya`).map((phrase) => phrase.join(' '));
/** In Portuguese a bare "quinta" is Thursday, and "a quinta" is the fifth. */
const WEEKDAYS = ['segunda', 'quarta', 'quinta', 'sexta'];

/** The offered slot that a text means by its number, "the second one", its time or its label; null if it is not clear. A day alone is a new search. */
export function pickSlot(turn: Turn, text: string, { from, to }: When): OfferedSlot | null {
  const { offers } = turn.dialogue;
  const folded = foldWords(text);
  if (offers.length === 0 || (turn.language === 'pt' && WEEKDAYS.includes(folded))) return null;
  const times = timesIn(text);
  if (times.length > 0) {
    const [first, ...others] = offers.filter(({ starts_at }) => {
      const day = dateIn(turn.facts.company.time_zone, new Date(starts_at));
      return times.includes(turn.time(starts_at)) && (from === null || (day >= from && day <= (to ?? from)));
    });
    return first && others.length === 0 ? first : null;
  }
  if (ANY.includes(folded)) return offers[0] ?? null;
  const choices = slotChoices(turn, offers).map(({ id, label }) => ({ label, value: id, outlet: '' }));
  const picked = pickChoice(choices, text);
  return offers.find(({ alias }) => picked?.value === `offer:${alias}`) ?? null;
}
