import type { Closure, TimeOff } from '../../calendar/index.js';
import type { ResourceCell } from '../../catalog/index.js';
import type { AppointmentRow } from '../appointment-rows.service.js';

export interface DiaryContact {
  _id: string;
  full_name: string;
  phone: string | null;
  is_vip: boolean;
}

export interface DiaryPet {
  _id: string;
  name: string;
  species: string | null;
  breed: string | null;
  weight_kg: number | null;
  coat: string | null;
  allergies: string[];
  temperament: string[];
  notes: string | null;
}

export interface DiaryAppointment extends AppointmentRow {
  contact: DiaryContact | null;
  pets: DiaryPet[];
}

/** ISO 8601. */
export interface DiaryPeriod {
  starts_at: string;
  ends_at: string;
}

export interface DiaryStaff {
  _id: string;
  name: string;
  windows: DiaryPeriod[];
}

export interface DiaryResource {
  _id: string;
  name: string;
  resource_type_id: string;
  type_name: string;
  cell: ResourceCell;
  /** Places of a pool; 1 for everything else. */
  capacity: number;
}

export type DiaryTimeOff = DiaryPeriod & { _id: string; staff_id: string } & Pick<TimeOff, 'reason' | 'status'>;
export type DiaryClosure = DiaryPeriod & { _id: string } & Pick<Closure, 'name' | 'scope'>;

/** All that a calendar shows of some days. */
export interface Diary {
  time_zone: string;
  appointments: DiaryAppointment[];
  holds: DiaryAppointment[];
  staff: DiaryStaff[];
  resources: DiaryResource[];
  time_off: DiaryTimeOff[];
  closures: DiaryClosure[];
}

export interface DiaryDay {
  date: string;
  booked: number;
  pending: number;
}
