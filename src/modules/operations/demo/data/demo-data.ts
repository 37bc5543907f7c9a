import type { ChannelsService } from '../../../inbox/channels/index.js';
import type { CompanyLocale } from '../../../accounts/companies/index.js';
import type { Pet, Vaccination } from '../../../customers/pets/index.js';
import type { DemoClinic } from './demo-clinic.js';

export interface DemoPerson {
  email: string;
  full_name: string;
  role: 'owner' | 'manager' | 'staff';
}

export type DemoChannel = Parameters<ChannelsService['connect']>[1];

export type DemoPet = Pick<Pet, 'name' | 'species'> &
  Partial<Pick<Pet, 'breed' | 'birth_date' | 'weight_kg' | 'sex' | 'coat' | 'allergies' | 'temperament' | 'notes'>> & {
    vaccinations?: Vaccination[];
  };

export interface DemoMessage {
  from: 'customer' | 'business';
  minutesAgo: number;
  text: string;
}

export interface DemoCustomer {
  platform: 'facebook' | 'instagram' | 'whatsapp';
  /** The customer's id on the platform, as on the practice phone. */
  external_id: string;
  name: string;
  details: { email?: string; phone?: string; tags?: string[]; notes?: string; is_vip?: boolean; locale?: string };
  pets: readonly DemoPet[];
  history: readonly DemoMessage[];
  /** `assignee` is an index into the team; 0 is the owner. */
  outcome?: { status?: 'open' | 'pending' | 'resolved'; labels?: readonly string[]; assignee?: number };
}

export interface DemoCannedReply {
  shortcut: string;
  title: string;
  text: string;
}

export interface DemoCompany {
  name: string;
  time_zone: string;
  locale: CompanyLocale;
  owner: DemoPerson;
  staff: readonly DemoPerson[];
  channels: readonly DemoChannel[];
  customers: readonly DemoCustomer[];
  cannedReplies: readonly DemoCannedReply[];
  /** Left out: a company without booking. */
  clinic?: DemoClinic;
}

const MINUTES_AN_HOUR = 60;
const MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

export const hours = (count: number): number => Math.round(count * MINUTES_AN_HOUR);
export const days = (count: number): number => Math.round(count * MINUTES_A_DAY);

/** Age of the last message, or of the last one by this side. */
export function minutesSilent({ history }: DemoCustomer, by?: DemoMessage['from']): number {
  return history.findLast(({ from }) => !by || from === by)?.minutesAgo ?? Infinity;
}

/** The same id in the inbox and on the phone. */
export function demoMessageId({ platform, external_id }: DemoCustomer, index: number): string {
  return `demo.${platform}.${external_id}.${index}`;
}

/** `>` is the customer, `<` the business; the number is the minutes since the line before. */
export function talk(startedMinutesAgo: number, lines: readonly string[], gapMinutes = 4): DemoMessage[] {
  return lines.map((line, index) => ({
    from: line.startsWith('>') ? 'customer' : 'business',
    minutesAgo: Math.max(0, startedMinutesAgo - index * gapMinutes),
    text: line.slice(1).trim(),
  }));
}
