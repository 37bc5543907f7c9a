import i18next from 'i18next';
import { ApiError } from '#web/lib/api/api-error.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { clockTime, timeSettings } from '#web/lib/time/company-time.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { usersQuery } from '#web/features/users/users-queries.ts';
import { ChangeQueue } from './change-queue.ts';
import { diaryKeys, storeInDiaries } from './diary-queries.ts';
import type { ChangedAppointment, DiaryAppointment } from './diary-merge.ts';

export type AppointmentChange = Schemas['UpdateAppointmentDto'];

const ifMatch = ({ _id, version }: Pick<DiaryAppointment, '_id' | 'version'>) => ({
  path: { id: _id },
  header: { 'If-Match': `"${version}"` },
});

const changes = new ChangeQueue<ChangedAppointment>();

/**
 * Changes an appointment as it was read, after the user's changes of it that are being saved. `shown` is shown at once and taken back
 * where the API refuses.
 *
 * @throws ApiError; a colleague's change is shown before, with its author
 */
export async function changeAppointment(
  row: DiaryAppointment,
  change: AppointmentChange,
  shown: Partial<DiaryAppointment> = {},
): Promise<ChangedAppointment> {
  storeInDiaries({ ...row, ...shown });
  return changes.run(row._id, row.version, async (version) => {
    const read = { ...row, version };
    // The answer to the change before shows less than what the user has done since.
    storeInDiaries({ ...read, ...shown });
    try {
      const params = ifMatch(read);
      const { appointment } = await call(api.PATCH('/api/v1/appointments/{id}', { params, body: change }));
      storeInDiaries(appointment);
      return appointment;
    } catch (error) {
      storeInDiaries(read);
      showTheirs(error);
      throw error;
    }
  });
}

/** Takes a step of the day, or takes it back. A toast shows a refusal. */
export async function setStatus(
  row: DiaryAppointment,
  status: NonNullable<AppointmentChange['status']>,
): Promise<void> {
  await changeAppointment(row, { status }, { status }).catch(toastUnlessTold);
}

/** Ends a visit or stay whose pets leave before the planned end. @throws ApiError */
export async function pickUpEarly(row: DiaryAppointment): Promise<void> {
  const started = row.status === 'checked_in' ? await changeAppointment(row, { status: 'in_progress' }) : row;
  await changeAppointment({ ...row, ...started }, { status: 'completed' });
}

/** @throws ApiError */
export async function cancelAppointment(row: DiaryAppointment, reason: string): Promise<void> {
  const body = reason === '' ? {} : { reason };
  const params = ifMatch(row);
  try {
    const { appointment } = await call(api.POST('/api/v1/appointments/{id}/cancel', { params, body }));
    storeInDiaries(appointment);
  } catch (error) {
    showTheirs(error);
    throw error;
  }
}

/** Shows an error, unless {@link changeAppointment} has told what a colleague changed. */
export function toastUnlessTold(error: unknown): void {
  if (!(error instanceof ApiError && error.code === 'VERSION_MISMATCH')) toastError(error);
}

/** Shows what a colleague has changed meanwhile, and who. */
function showTheirs(error: unknown): void {
  if (!(error instanceof ApiError) || error.code !== 'VERSION_MISMATCH') return;
  const { appointment } = (error.details ?? {}) as { appointment?: ChangedAppointment };
  if (!appointment) {
    void queryClient.invalidateQueries({ queryKey: diaryKeys.diaries });
    return toastError(error);
  }
  storeInDiaries(appointment);
  const users = queryClient.getQueryData<Schemas['UserDto'][]>(usersQuery.queryKey);
  const who = users?.find(({ _id }) => _id === appointment.changed_by)?.full_name;
  const values = {
    time: clockTime(appointment.starts_at, timeSettings.get()),
    status: i18next.t(`calendar:status.${appointment.status}`),
  };
  const message = who
    ? i18next.t('calendar:changedBy', { ...values, name: who })
    : i18next.t('calendar:changedMeanwhile', values);
  toast({ message, tone: 'error' });
}
