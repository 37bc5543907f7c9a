import { useQuery } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { toastError } from '#web/lib/toast.ts';
import { type Appointment, mergeAppointment, type Step } from './contact-appointments.ts';

const PAGE_SIZE = 100;
const HISTORY_MS = 365 * 86_400_000;

export const appointmentKeys = {
  all: ['appointments'] as const,
  ofContact: (id: string) => ['appointments', id] as const,
};

/** The appointments of a contact since a year ago, by start. */
export const useContactAppointments = (contactId: string) =>
  useQuery({
    queryKey: appointmentKeys.ofContact(contactId),
    queryFn: async (): Promise<Appointment[]> => {
      await liveReady();
      const read = await readAll(contactId);
      // An event may be newer than this answer.
      const known = queryClient.getQueryData<Appointment[]>(appointmentKeys.ofContact(contactId)) ?? [];
      return known
        .filter(({ _id }) => read.some((one) => one._id === _id))
        .reduce((list, one) => mergeAppointment(list, one, contactId), read);
    },
  });

async function readAll(contact_id: string): Promise<Appointment[]> {
  const from = new Date(Date.now() - HISTORY_MS).toISOString();
  const all: Appointment[] = [];
  let cursor: string | null = null;
  do {
    const query = { contact_id, from, limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) };
    const page: Schemas['AppointmentPageDto'] = await call(api.GET('/api/v1/appointments', { params: { query } }));
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

/** Puts an appointment into the loaded list of its contact, and removes it from all other lists. */
export function storeAppointment(appointment: Appointment): void {
  for (const [key, list] of queryClient.getQueriesData<Appointment[]>({ queryKey: appointmentKeys.all })) {
    if (list) queryClient.setQueryData(key, mergeAppointment(list, appointment, String(key[1])));
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
