import { queryOptions } from '@tanstack/react-query';
import { readNoticeWay, type NoticeWay } from '#web/features/booking-panel/notice-way.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { toastError } from '#web/lib/toast.ts';
import type { DiaryAppointment } from './diary-merge.ts';
import type { Place } from './move-place.ts';

export type { NoticeWay };
export type Notice = Schemas['CustomerNoticeDto'];

/** Notices are sent in the background, and no event tells of them. */
const READ_AGAIN_MS = 15_000;

/** What the customer was told about an appointment, the oldest first. */
export const noticesQuery = (appointmentId: string) =>
  queryOptions({
    queryKey: ['appointment-notices', appointmentId] as const,
    queryFn: async (): Promise<Notice[]> => {
      const params = { path: { id: appointmentId } };
      return (await call(api.GET('/api/v1/appointments/{id}/notices', { params }))).items;
    },
    staleTime: 0,
    refetchInterval: READ_AGAIN_MS,
  });

/** How the customer hears of a move of the appointment; null if nobody tells. */
export const noticeWayQuery = ({ contact_id, status }: Pick<DiaryAppointment, 'contact_id' | 'status'>) =>
  queryOptions({
    queryKey: ['appointment-notice-way', contact_id, status] as const,
    queryFn: async () =>
      (contact_id !== null && isToldOf(status) ? await readNoticeWay(contact_id) : undefined) ?? null,
    staleTime: 0,
  });

/** How the customer will hear of a move. Undefined if nobody tells: the start stays, it is past, or there is no way. */
export async function noticeOfMove(
  { contact_id, status, starts_at }: DiaryAppointment,
  { startsAt }: Place,
): Promise<NoticeWay | undefined> {
  if (startsAt === undefined || startsAt === starts_at || contact_id === null) return undefined;
  if (!isToldOf(status) || Date.parse(startsAt) <= Date.now()) return undefined;
  // The move counts, whether or not its notice is known.
  return readNoticeWay(contact_id).catch(() => undefined);
}

/** Leaves the customer untold of the appointment as it is now. A toast shows a failure. */
export async function skipNotice({ _id }: DiaryAppointment, onSkipped: () => void): Promise<void> {
  try {
    const { items } = await call(api.POST('/api/v1/appointments/{id}/notices/skip', { params: { path: { id: _id } } }));
    queryClient.setQueryData(noticesQuery(_id).queryKey, items);
    onSkipped();
  } catch (error) {
    toastError(error);
  }
}

const isToldOf = (status: DiaryAppointment['status']): boolean => status === 'confirmed' || status === 'pending';
