import type { HandoffBrief, Topic } from '../../assistant-core/index.js';
import { LocalWords } from '../../../booking/offers/index.js';

interface BriefWords {
  readonly wants: string;
  readonly topics: Readonly<Record<Topic, string>>;
  readonly forPet: string;
  readonly day: string;
  readonly time: string;
  readonly appointments: string;
  readonly tried: string;
  readonly tools: Readonly<Record<string, string>>;
  readonly failed: string;
  readonly summary: string;
}

const ENGLISH: BriefWords = {
  wants: 'Wants to',
  topics: { book: 'book', move: 'move an appointment', cancel: 'cancel an appointment' },
  forPet: 'for',
  day: 'from',
  time: 'at',
  appointments: 'Appointments',
  tried: 'Done so far',
  tools: {
    find_slots: 'looked for free times',
    hold_slot: 'held a time',
    confirm_booking: 'booked',
    move_booking: 'moved the appointment',
    cancel_booking: 'cancelled the appointment',
    upsert_pet_fact: 'noted a fact about the pet',
  },
  failed: 'not possible',
  summary: 'Summary',
};

const PORTUGUESE: BriefWords = {
  wants: 'Quer',
  topics: { book: 'marcar', move: 'mudar um horário', cancel: 'cancelar um horário' },
  forPet: 'para',
  day: 'a partir de',
  time: 'às',
  appointments: 'Horários marcados',
  tried: 'Feito até agora',
  tools: {
    find_slots: 'procurou horários livres',
    hold_slot: 'reservou um horário',
    confirm_booking: 'agendou',
    move_booking: 'mudou o horário',
    cancel_booking: 'cancelou o horário',
    upsert_pet_fact: 'anotou um fato sobre o pet',
  },
  failed: 'não foi possível',
  summary: 'Resumo',
};

/** The language and the time zone of the company. */
interface Place {
  readonly locale: string;
  readonly time_zone: string;
}

/**
 * What staff read when they take over. The messages of the customer stand above it, so it repeats none of them: a removed
 * message would stay here. English where there are no words in the language.
 */
export function briefText({ locale, time_zone }: Place, brief: HandoffBrief): string {
  const words = locale.startsWith('pt') ? PORTUGUESE : ENGLISH;
  const local = new LocalWords(locale, time_zone);
  const own = brief.appointments.map(({ service, pet, starts_at }) => {
    const at = local.label(new Date(starts_at));
    return `${service}${pet ? ` (${pet})` : ''}, ${at}`;
  });
  const lines = [
    line(words.wants, wishOf(words, brief)),
    line(words.appointments, own.join('; ')),
    line(words.tried, brief.tried.flatMap((call) => doneOf(words, call)).join('; ')),
    line(words.summary, brief.summary ?? ''),
  ];
  return lines.filter(Boolean).join('\n');
}

/** @param call such as `hold_slot: SLOT_TAKEN` */
function doneOf({ tools, failed }: BriefWords, call: string): string[] {
  const [name = '', code = ''] = call.split(': ');
  const what = tools[name];
  if (what === undefined) return [];
  return [code === 'OK' ? what : `${what} (${failed}: ${code})`];
}

function wishOf(words: BriefWords, { topic, service, pet, from, time }: HandoffBrief): string {
  if (!topic) return '';
  const parts = [
    words.topics[topic],
    service,
    pet && `${words.forPet} ${pet}`,
    from && `${words.day} ${from}`,
    time && `${words.time} ${time}`,
  ];
  return parts.filter(Boolean).join(' ');
}

const line = (label: string, text: string): string => (text ? `${label}: ${text}` : '');
