import type { Schemas } from '#web/lib/api/client.ts';
import { dateOf, type TimeSettings } from '#web/lib/time/company-time.ts';

/** Rows of lists have names; events and other answers have none. */
export type Appointment = Schemas['AppointmentDto'] &
  Partial<Pick<Schemas['AppointmentRowDto'], 'service_name' | 'staff_name'>>;
export type AppointmentStatus = Appointment['status'];

/** The next step of an appointment on its day; each is a route of the API of the same name. */
export type Step = 'check-in' | 'start' | 'complete';

const HOUR_MS = 3_600_000;
/** The API takes a step from two hours before the first day until a day after the last one. */
const EARLY_MS = 2 * HOUR_MS;
const LATE_MS = 24 * HOUR_MS;

const STEPS: Partial<Record<AppointmentStatus, Step>> = {
  confirmed: 'check-in',
  checked_in: 'start',
  in_progress: 'complete',
};

const UNFINISHED: readonly AppointmentStatus[] = ['held', 'pending', 'confirmed', 'checked_in', 'in_progress'];

/** The step that staff may take now; undefined if there is none. */
export function nextStep(appointment: Appointment, now: number, settings: TimeSettings): Step | undefined {
  const { status, starts_at, ends_at } = appointment;
  const isDay =
    dateOf(now + EARLY_MS, settings) >= dateOf(starts_at, settings) &&
    dateOf(now - LATE_MS, settings) <= dateOf(Date.parse(ends_at) - 1, settings);
  return isDay ? STEPS[status] : undefined;
}

/** Puts an appointment of an answer or an event into the list of a contact, sorted by start. The newer version wins. */
export function mergeAppointment(
  list: readonly Appointment[],
  appointment: Appointment,
  contactId: string,
): Appointment[] {
  const known = list.find(({ _id }) => _id === appointment._id);
  if (known && known.version > appointment.version) return [...list];
  const others = list.filter(({ _id }) => _id !== appointment._id);
  if (appointment.contact_id !== contactId) return others;
  return [...others, withKnownNames(appointment, known)].sort(
    (a, b) => compare(a.starts_at, b.starts_at) || compare(a._id, b._id),
  );
}

/** An event has no names: those of the row before stay while they fit. */
function withKnownNames(appointment: Appointment, known: Appointment | undefined): Appointment {
  if (!known) return appointment;
  const { service_name, staff_name } = known;
  return {
    ...(service_name !== undefined && known.service_id === appointment.service_id ? { service_name } : {}),
    ...(staff_name !== undefined && known.staff_id === appointment.staff_id ? { staff_name } : {}),
    ...appointment,
  };
}

/** Splits appointments into coming or running ones, the next first, and past ones, the latest first. */
export function splitByTime(
  list: readonly Appointment[],
  now: number,
  settings: TimeSettings,
): { coming: Appointment[]; past: Appointment[] } {
  const isComing = (one: Appointment) =>
    UNFINISHED.includes(one.status) &&
    (Date.parse(one.ends_at) > now || one.status === 'in_progress' || nextStep(one, now, settings) !== undefined);
  // A hold that expired or was released was never an appointment.
  const shown = list.filter((one) => one.status !== 'held' || Date.parse(one.expires_at ?? one.ends_at) > now);
  return { coming: shown.filter(isComing), past: shown.filter((one) => !isComing(one)).reverse() };
}

/** Names of the vaccinations that a pet lacks for its coming appointments, by kind of gate. */
export const wantedVaccinations = (appointments: readonly Appointment[], petId: string): string[] =>
  appointments
    .flatMap(({ pending_on, warnings }) => [...pending_on, ...warnings])
    .filter(({ kind, pet_id }) => kind === 'vaccination' && pet_id === petId)
    .map(({ name }) => name);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
