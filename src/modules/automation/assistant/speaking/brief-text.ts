import type { HandoffBrief, Topic } from '../../assistant-core/index.js';

interface BriefWords {
  readonly wrote: string;
  readonly wants: string;
  readonly topics: Readonly<Record<Topic, string>>;
  readonly forPet: string;
  readonly day: string;
  readonly time: string;
  readonly appointments: string;
  readonly tried: string;
  readonly summary: string;
}

const ENGLISH: BriefWords = {
  wrote: 'The customer wrote',
  wants: 'Wants to',
  topics: { book: 'book', move: 'move an appointment', cancel: 'cancel an appointment' },
  forPet: 'for',
  day: 'from',
  time: 'at',
  appointments: 'Appointments',
  tried: 'Done so far',
  summary: 'Summary',
};

const PORTUGUESE: BriefWords = {
  wrote: 'O cliente escreveu',
  wants: 'Quer',
  topics: { book: 'marcar', move: 'mudar um horário', cancel: 'cancelar um horário' },
  forPet: 'para',
  day: 'a partir de',
  time: 'às',
  appointments: 'Horários marcados',
  tried: 'Feito até agora',
  summary: 'Resumo',
};

/** What staff read when they take over. @param locale of the company; English where there are no words in it */
export function briefText(locale: string, brief: HandoffBrief): string {
  const words = locale.startsWith('pt') ? PORTUGUESE : ENGLISH;
  const lines = [
    line(words.wrote, brief.messages.join(' / ')),
    line(words.wants, wishOf(words, brief)),
    line(
      words.appointments,
      brief.appointments.map(({ service, pet, starts_at }) => shown(service, pet, starts_at)).join('; '),
    ),
    line(words.tried, brief.tried.join('; ')),
    line(words.summary, brief.summary ?? ''),
  ];
  return lines.filter(Boolean).join('\n');
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

function shown(service: string, pet: string | null, startsAt: string): string {
  return `${service}${pet ? ` (${pet})` : ''} ${startsAt}`;
}

const line = (label: string, text: string): string => (text ? `${label}: ${text}` : '');
