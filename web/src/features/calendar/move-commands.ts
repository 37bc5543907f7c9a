import i18next from 'i18next';
import { queryOptions } from '@tanstack/react-query';
import { ApiError } from '#web/lib/api/api-error.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { createStore } from '#web/lib/store.ts';
import { timeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { toast } from '#web/lib/toast.ts';
import { changeAppointment, toastUnlessTold } from './appointment-commands.ts';
import type { DayRange } from './calendar-days.ts';
import type { DiaryAppointment } from './diary-merge.ts';
import { isSamePlace, type Place, placeBefore, rowAt } from './move-place.ts';
import { visitName } from './visit-words.ts';

/** The open Move dialog; with the refusal where a place was refused. */
export interface MoveRequest {
  row: DiaryAppointment;
  place?: Place;
  error?: ApiError;
}

export const moveDialog = createStore<MoveRequest | null>(null);

/** Refusals that another place or a reason can cure. */
const CURABLE = ['SLOT_TAKEN', 'SLOT_NOT_OFFERED', 'PET_BUSY'];

/** The starts to which an appointment can move on some days; its own time counts as free. */
export const movesQuery = ({ _id, version }: Pick<DiaryAppointment, '_id' | 'version'>, range: DayRange) =>
  queryOptions({
    queryKey: ['diary', 'moves', _id, version, range.from, range.to] as const,
    queryFn: async (): Promise<Schemas['SlotDto'][]> => {
      const query = { ...range, except: _id };
      const { days } = await call(api.GET('/api/v1/appointments/slots', { params: { query } }));
      return days.flatMap(({ slots }) => slots);
    },
    // Other bookings take starts without a word to this query.
    staleTime: 0,
    gcTime: 60_000,
  });

/**
 * Moves an appointment at once, and takes it back where the API refuses. A toast offers the way back; a refusal opens the
 * Move dialog.
 *
 * @param reason overrides the scheduling rules
 */
export async function moveAppointment(row: DiaryAppointment, place: Place, reason?: string): Promise<boolean> {
  if (isSamePlace(place)) return true;
  const { startsAt, staffId, resourceIds, minutes } = place;
  const change = {
    ...(startsAt === undefined ? {} : { starts_at: startsAt }),
    ...(staffId === undefined ? {} : { staff_id: staffId }),
    ...(resourceIds === undefined ? {} : { resource_ids: resourceIds }),
    ...(minutes === undefined ? {} : { duration_min: minutes }),
    ...(reason ? { override: { reason } } : {}),
  };
  const target = rowAt(row, place);
  try {
    const moved = await changeAppointment(row, change, target);
    const back = placeBefore(row, place);
    toast({
      message: i18next.t('calendar:moved', {
        name: visitName(row),
        time: weekdayTime(moved.starts_at, timeSettings.get()),
      }),
      undo: () => void moveAppointment({ ...target, ...moved }, back, row.override?.reason),
    });
    return true;
  } catch (error) {
    if (error instanceof ApiError && CURABLE.includes(error.code)) moveDialog.set({ row, place, error });
    else toastUnlessTold(error);
    return false;
  }
}
