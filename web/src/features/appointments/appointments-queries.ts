import { useQuery } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { toastError } from '#web/lib/toast.ts';
import { type Appointment, mergeAppointment, type Step } from './contact-appointments.ts';

const PAGE_SIZE = 50;

/** The appointments of a contact as far as they are loaded: all that are to come, and the latest of those before. */
export interface LoadedAppointments {
  /** By start. */
  items: Appointment[];
  /** Null means that the oldest one is loaded. */
  olderCursor: string | null;
}

export const appointmentKeys = {
  all: ['appointments'] as const,
  ofContact: (id: string) => ['appointments', id] as const,
};

export const useContactAppointments = (contactId: string) =>
  useQuery({
    queryKey: appointmentKeys.ofContact(contactId),
    queryFn: async (): Promise<LoadedAppointments> => {
      await liveReady();
      const read = await readLatest(contactId, loadedOf(contactId)?.items[0]?.starts_at);
      // An event may be newer than this answer.
      const known = loadedOf(contactId)?.items ?? [];
      const newer = known.filter(({ _id }) => read.items.some((one) => one._id === _id));
      return { ...read, items: mergeAll(read.items, newer, contactId) };
    },
  });

/** Loads appointments before the oldest loaded one. */
export async function loadOlder(contactId: string): Promise<void> {
  const cursor = loadedOf(contactId)?.olderCursor;
  if (!cursor) return;
  try {
    const page = await readPage(contactId, cursor);
    queryClient.setQueryData<LoadedAppointments>(
      appointmentKeys.ofContact(contactId),
      (list) => list && { items: mergeAll(list.items, page.items, contactId), olderCursor: page.nextCursor },
    );
  } catch (error) {
    toastError(error);
  }
}

/**
 * Reads from the latest start on until something has begun, so that nothing to come is missing.
 *
 * @param oldest the start of the oldest appointment that the user has loaded before; it is read again, too
 */
async function readLatest(contactId: string, oldest: string | undefined): Promise<LoadedAppointments> {
  const now = new Date().toISOString();
  const until = oldest !== undefined && oldest < now ? oldest : now;
  let items: Appointment[] = [];
  let olderCursor: string | null = null;
  do {
    const page = await readPage(contactId, olderCursor);
    items = mergeAll(items, page.items, contactId);
    olderCursor = page.nextCursor;
  } while (olderCursor !== null && (items[0]?.starts_at ?? '') > until);
  return { items, olderCursor };
}

const readPage = (contact_id: string, cursor: string | null): Promise<Schemas['AppointmentPageDto']> => {
  const query = { contact_id, order: 'latest' as const, limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) };
  return call(api.GET('/api/v1/appointments', { params: { query } }));
};

const loadedOf = (contactId: string): LoadedAppointments | undefined =>
  queryClient.getQueryData(appointmentKeys.ofContact(contactId));

const mergeAll = (list: Appointment[], more: readonly Appointment[], contactId: string): Appointment[] =>
  more.reduce((merged, one) => mergeAppointment(merged, one, contactId), list);

/** Puts an appointment into the loaded list of its contact, and removes it from all other lists. */
export function storeAppointment(appointment: Appointment): void {
  for (const [key, list] of queryClient.getQueriesData<LoadedAppointments>({ queryKey: appointmentKeys.all })) {
    if (!list) continue;
    const items = mergeAppointment(list.items, appointment, String(key[1]));
    queryClient.setQueryData<LoadedAppointments>(key, { ...list, items });
  }
}

const STEP_ROUTES = {
  'check-in': '/api/v1/appointments/{id}/check-in',
  start: '/api/v1/appointments/{id}/start',
  complete: '/api/v1/appointments/{id}/complete',
} as const;

/** Takes the next step of an appointment. A toast shows a refusal. */
export async function takeStep(id: string, step: Step): Promise<void> {
  try {
    const { appointment } = await call(api.POST(STEP_ROUTES[step], { params: { path: { id } } }));
    storeAppointment(appointment);
  } catch (error) {
    toastError(error);
    await queryClient.invalidateQueries({ queryKey: appointmentKeys.all });
  }
}
