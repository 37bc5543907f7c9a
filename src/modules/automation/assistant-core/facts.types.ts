/** What the adapter loads once for each turn. Plain data, so that a turn can be stored, replayed and compared. */

/** Languages with rules and fixed texts of their own. A company in another language gets English. */
export const LANGUAGES = ['pt', 'en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Why the assistant says nothing at all. */
export const NOOP_REASONS = ['opted_out', 'staff_answers', 'automation_off', 'nothing_asked'] as const;
export type NoopReason = (typeof NOOP_REASONS)[number];

export const PARTS_OF_DAY = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

export interface CompanyFacts {
  readonly name: string;
  readonly phone: string | null;
  readonly emergency_phone: string | null;
  readonly address: string | null;
  /** BCP 47, for example `pt-BR`. */
  readonly locale: string;
  /** In which it may answer; absent: all. */
  readonly languages?: readonly Language[];
  /** IANA, for example `America/Sao_Paulo`. */
  readonly time_zone: string;
  /** E-mail addresses and hosts of links that a reply may hold. A host allows its subdomains. */
  readonly emails: readonly string[];
  readonly link_hosts: readonly string[];
  /** Texts that the company has approved, for example its rules of late cancellation. */
  readonly policies: readonly string[];
}

/** Wall-clock times of the company, HH:MM. */
export interface OpenWindow {
  readonly from: string;
  readonly to: string;
}

export interface OpeningFacts {
  readonly is_open_now: boolean;
  /** The next time that somebody answers, ISO 8601; null if unknown or open now. */
  readonly opens_at: string | null;
  /** Seven lists from Sunday; an empty one is a closed day. Empty if the company has told no hours. */
  readonly week: readonly (readonly OpenWindow[])[];
  /** `date`: YYYY-MM-DD. */
  readonly special_days: readonly { readonly date: string; readonly windows: readonly OpenWindow[] }[];
}

export interface ServiceFacts {
  /** `s1`, `s2` … The same service keeps its alias for the whole conversation. */
  readonly alias: string;
  readonly name: string;
  /** Other words of customers for it, for example "tosa". */
  readonly words: readonly string[];
  /** Empty for every species. */
  readonly species: readonly string[];
  /** As the customer reads it, for example "R$ 80 to R$ 120"; null if it is not told. */
  readonly price: string | null;
  readonly duration_min: number;
  readonly is_bookable: boolean;
}

export interface PetCard {
  /** `p1`, `p2` … */
  readonly alias: string;
  readonly name: string;
  readonly species: string | null;
  readonly breed: string | null;
  readonly weight_kg: number | null;
  readonly notes: readonly string[];
  /** `expires_on`: YYYY-MM-DD, null without an end. */
  readonly vaccinations: readonly { readonly name: string; readonly expires_on: string | null }[];
}

/** A future appointment of this contact. */
export interface OwnAppointment {
  /** `a1`, `a2` … */
  readonly alias: string;
  readonly service: string;
  /** The alias and the name of its pet. */
  readonly pet: { readonly alias: string; readonly name: string } | null;
  /** ISO 8601. */
  readonly starts_at: string;
  /** `pending`: staff have to approve it, so it is not booked yet. */
  readonly status: 'booked' | 'pending';
  readonly may_move: boolean;
  readonly may_cancel: boolean;
  /** What a move and a cancellation cost now, in the words of the company; null for nothing. */
  readonly move_fee: string | null;
  readonly cancel_fee: string | null;
}

/** A free time that `find_slots` has returned. */
export interface OfferedSlot {
  /** `o1` … `o5`. Each search gives new aliases or replaces all of them. */
  readonly alias: string;
  /** ISO 8601. */
  readonly starts_at: string;
}

export interface CustomerMessage {
  /** The number of the message in its conversation. */
  readonly seq: number;
  readonly text: string;
  /** The `id` of the tapped choice of an earlier draft. */
  readonly tapped: string | null;
  readonly has_files: boolean;
}

export interface PastMessage {
  readonly from: 'customer' | 'assistant' | 'staff';
  readonly text: string;
}

/** What the channel can show. */
export interface ChannelFacts {
  /** Characters of one message. */
  readonly text: number;
  readonly buttons: number;
  readonly list_rows: number;
  /** Characters on a button. */
  readonly label: number;
}

export interface TurnFacts {
  /** ISO 8601. */
  readonly now: string;
  readonly company: CompanyFacts;
  readonly contact: { readonly full_name: string; readonly phone: string | null; readonly email: string | null };
  readonly opening: OpeningFacts;
  readonly services: readonly ServiceFacts[];
  readonly pets: readonly PetCard[];
  readonly appointments: readonly OwnAppointment[];
  /** The slots of the open offer that are still stored. */
  readonly offers: readonly OfferedSlot[];
  /** Remembered facts of the contact, one sentence each. */
  readonly memory: readonly string[];
  /** Of the conversation before `turns`. */
  readonly summary: string | null;
  /** The last messages before `messages`, oldest first; 12 at most. */
  readonly turns: readonly PastMessage[];
  /** All messages that nobody has answered, oldest first; at least one. */
  readonly messages: readonly CustomerMessage[];
  readonly channel: ChannelFacts;
  /** Reasons to say nothing at all. */
  readonly silence: Exclude<NoopReason, 'nothing_asked'> | null;
}
