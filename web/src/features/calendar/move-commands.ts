import i18next from 'i18next';
import { queryOptions } from '@tanstack/react-query';
import { ApiError } from '#web/lib/api/api-error.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { createStore } from '#web/lib/store.ts';
import { timeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { toast } from '#web/lib/toast.ts';
import { type AppointmentChange, changeAppointment, toastUnlessTold } from './appointment-commands.ts';
import type { DayRange } from './calendar-days.ts';
import type { DiaryAppointment } from './diary-merge.ts';
import { isSamePlace, type Place, placeBefore, rowAt } from './move-place.ts';
import { noticeOfMove, type NoticeWay, skipNotice } from './notices.ts';
import { visitName } from './visit-words.ts';

/** The open Move dialog; with the refusal where a place was refused. */
export interface MoveRequest {
  row: DiaryAppointment;
  place?: Place;
  options?: MoveOptions;
  error?: ApiError;
}

export const moveDialog = createStore<MoveRequest | null>(null);

/** Longer than a toast with a button is shown. */
const NOTICE_DELAY_SEC = 30;

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

export interface MoveOptions {
  /** Overrides the scheduling rules. */
  override?: string | undefined;
  /** Puts it beside another appointment of the same person; only managers may. */
  overbook?: string | undefined;
  /** Whether the customer gets a notice. */
  tellsCustomer?: boolean;
  /** It takes another move back. */
  isUndo?: boolean;
}

/**
 * Moves an appointment at once, and takes it back where the API refuses. A toast offers the way back; a refusal opens the
 * Move dialog. The notice to the customer waits while the toast is shown, so that a move that is taken back sends none.
 */
export async function moveAppointment(row: DiaryAppointment, place: Place, options: MoveOptions = {}): Promise<void> {
  if (isSamePlace(place)) return;
  const target = rowAt(row, place);
  const notice = noticeOfMove(row, place);
  try {
    const moved = await changeAppointment(row, changeOf(place, options), target);
    if (moveDialog.get()?.row._id === row._id) moveDialog.set(null);
    sayMoved(row, { ...target, ...moved }, place, { ...options, way: await notice });
  } catch (error) {
    if (error instanceof ApiError && CURABLE.includes(error.code)) moveDialog.set({ row, place, options, error });
    else toastUnlessTold(error);
  }
}

function changeOf(
  { startsAt, staffId, resourceIds, minutes }: Place,
  { override, overbook, tellsCustomer = true }: MoveOptions,
): AppointmentChange {
  return {
    ...(startsAt === undefined ? {} : { starts_at: startsAt }),
    ...(staffId === undefined ? {} : { staff_id: staffId }),
    ...(resourceIds === undefined ? {} : { resource_ids: resourceIds }),
    ...(minutes === undefined ? {} : { duration_min: minutes }),
    ...(override === undefined ? {} : { override: { reason: override } }),
    ...(overbook === undefined ? {} : { overbook: { reason: overbook } }),
    ...(tellsCustomer ? { notify_delay_sec: NOTICE_DELAY_SEC } : { notify_customer: false }),
  };
}

interface Said extends MoveOptions {
  way: NoticeWay | undefined;
}

/** Says where the appointment is now and whether the customer hears of it, and offers to change both. */
function sayMoved(row: DiaryAppointment, moved: DiaryAppointment, place: Place, said: Said): void {
  const { tellsCustomer = true, isUndo = false, way } = said;
  const values = { name: visitName(row), time: weekdayTime(moved.starts_at, timeSettings.get()) };
  const tells = tellsCustomer && !isUndo && way !== undefined;
  const words = tells
    ? i18next.t(`calendar:tell.${way}`)
    : tellsCustomer || isUndo
      ? ''
      : i18next.t('calendar:tell.not');
  toast({
    message: `${i18next.t('calendar:moved', values)} ${words}`.trim(),
    about: moved._id,
    // Sends no reason of the old place: somebody else may have taken it meanwhile.
    undo: () => void moveAppointment(moved, placeBefore(row, place), { tellsCustomer, isUndo: !isUndo }),
    ...(tells && {
      action: {
        label: i18next.t('calendar:tell.skip'),
        run: () => void skipNotice(moved, () => sayMoved(row, moved, place, { ...said, tellsCustomer: false })),
      },
    }),
  });
}
