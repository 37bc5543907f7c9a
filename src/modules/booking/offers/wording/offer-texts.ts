import type { OfferLanguage } from './offer-language.js';

/** What an offer is about, with names as customers know them. */
export interface OfferSubject {
  readonly service: string;
  readonly pets: readonly string[];
}

export interface TimeWords {
  /** Like "Tue 3 Dec, 10:30". */
  readonly label: string;
  readonly staff: string | null;
}

interface BookedTime extends OfferSubject {
  readonly date: string;
  readonly time: string;
  readonly staff: string | null;
}

interface Wording {
  readonly of: (service: string, pets: string) => string;
  readonly with: (staff: string) => string;
  readonly question: (what: string) => string;
  readonly hint: string;
  readonly list: string;
  readonly when: (date: string, time: string) => string;
  readonly booked: (what: string, when: string) => string;
  readonly requested: (what: string, when: string) => string;
  readonly taken: (label: string) => string;
  readonly noneFree: string;
  readonly expired: string;
  readonly missing: (names: string) => string;
  readonly closed: string;
  readonly ended: string;
}

const WORDINGS: Readonly<Record<OfferLanguage, Wording>> = {
  en: {
    of: (service, pets) => `${service} for ${pets}`,
    with: (staff) => `with ${staff}`,
    question: (what) => `${what}: which time suits you?`,
    hint: 'Tap a time, or answer with its number.',
    list: 'See the times',
    when: (date, time) => `${date} at ${time}`,
    booked: (what, when) => `Booked: ${what}, ${when}. See you then!`,
    requested: (what, when) =>
      `We have received your request: ${what}, ${when}. It is not confirmed yet; you will hear from us as soon as it is.`,
    taken: (label) => `Sorry, ${label} has just been taken.`,
    noneFree: 'No other time is free at the moment. Our team will write to you.',
    expired: 'These times are not on offer any more. Our team will write to you with new ones.',
    missing: (names) => `Before we can book this, we still need: ${names}. Our team will help you with it.`,
    closed: 'This cannot be booked at the moment. Our team will write to you.',
    ended: 'This appointment was cancelled meanwhile. Our team will write to you.',
  },
  'pt-BR': {
    of: (service, pets) => `${service} para ${pets}`,
    with: (staff) => `com ${staff}`,
    question: (what) => `${what}: qual horário fica melhor para você?`,
    hint: 'Toque em um horário ou responda com o número dele.',
    list: 'Ver horários',
    when: (date, time) => `${date} às ${time}`,
    booked: (what, when) => `Agendado: ${what}, ${when}. Até lá!`,
    requested: (what, when) =>
      `Recebemos o seu pedido: ${what}, ${when}. Ele ainda não está confirmado; avisaremos assim que estiver.`,
    taken: (label) => `Desculpe, o horário ${label} acabou de ser ocupado.`,
    noneFree: 'No momento não há outro horário livre. Nossa equipe vai escrever para você.',
    expired: 'Estes horários não estão mais disponíveis. Nossa equipe vai escrever para você com outros.',
    missing: (names) => `Antes de agendar, ainda precisamos de: ${names}. Nossa equipe vai ajudar você.`,
    closed: 'Não é possível agendar isso no momento. Nossa equipe vai escrever para você.',
    ended: 'Este agendamento foi cancelado nesse meio-tempo. Nossa equipe vai escrever para você.',
  },
  es: {
    of: (service, pets) => `${service} para ${pets}`,
    with: (staff) => `con ${staff}`,
    question: (what) => `${what}: ¿qué horario le queda mejor?`,
    hint: 'Toque un horario o responda con su número.',
    list: 'Ver horarios',
    when: (date, time) => `${date} a las ${time}`,
    booked: (what, when) => `Reservado: ${what}, ${when}. ¡Hasta entonces!`,
    requested: (what, when) =>
      `Recibimos su solicitud: ${what}, ${when}. Todavía no está confirmada; le avisaremos en cuanto lo esté.`,
    taken: (label) => `Lo sentimos, el horario ${label} se acaba de ocupar.`,
    noneFree: 'Por ahora no hay otro horario libre. Nuestro equipo le escribirá.',
    expired: 'Estos horarios ya no están disponibles. Nuestro equipo le escribirá con otros.',
    missing: (names) => `Antes de reservar todavía necesitamos: ${names}. Nuestro equipo le ayudará.`,
    closed: 'Por ahora no es posible reservar esto. Nuestro equipo le escribirá.',
    ended: 'Esta cita se canceló mientras tanto. Nuestro equipo le escribirá.',
  },
};

/** The texts that a customer gets about offered times, in one language. */
export class OfferTexts {
  private readonly words: Wording;

  constructor(private readonly language: OfferLanguage) {
    this.words = WORDINGS[language];
  }

  /** The label that opens a list; it fits the 20 characters of WhatsApp. */
  get listButton(): string {
    return this.words.list;
  }

  /** The text above the times. People are named here where they differ, because a button has no room for them. */
  question(subject: OfferSubject, times: readonly TimeWords[]): string {
    const staff = [...new Set(times.map((time) => time.staff))];
    const [only] = staff;
    const shared = staff.length === 1 && only ? ` (${this.words.with(only)})` : '';
    const lines = staff.length > 1 ? times.flatMap((time) => this.lineOf(time)) : [];
    return [this.words.question(`${this.nameOf(subject)}${shared}`), ...lines, this.words.hint].join('\n');
  }

  withStaff(staff: string): string {
    return this.words.with(staff);
  }

  booked(visit: BookedTime): string {
    return this.words.booked(this.nameOf(visit), this.whenOf(visit));
  }

  requested(visit: BookedTime): string {
    return this.words.requested(this.nameOf(visit), this.whenOf(visit));
  }

  taken(label: string): string {
    return this.words.taken(label);
  }

  takenWithoutOthers(label: string): string {
    return `${this.words.taken(label)} ${this.words.noneFree}`;
  }

  missing(names: readonly string[]): string {
    return this.words.missing(this.listOf(names));
  }

  fixed(which: 'expired' | 'closed' | 'ended'): string {
    return this.words[which];
  }

  private nameOf({ service, pets }: OfferSubject): string {
    return pets.length > 0 ? this.words.of(service, this.listOf(pets)) : service;
  }

  private whenOf({ date, time, staff }: BookedTime): string {
    const when = this.words.when(date, time);
    return staff ? `${when}, ${this.words.with(staff)}` : when;
  }

  private lineOf({ label, staff }: TimeWords): string[] {
    return staff ? [`${label}: ${this.words.with(staff)}`] : [];
  }

  private listOf(names: readonly string[]): string {
    return new Intl.ListFormat(this.language, { type: 'conjunction' }).format(names);
  }
}
