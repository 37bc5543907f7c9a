import { IconCalendarPlus } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import { rowOf } from '#web/features/conversations/conversations-queries.ts';
import { withBookingWords } from '#web/lib/i18n/i18n.ts';
import { useStore } from '#web/lib/store.ts';
import { dateOf, timeSettings } from '#web/lib/time/company-time.ts';
import { type BookingStart, bookingPanel, openBookingPanel } from './open-booking-panel.ts';

const BookingPanel = lazy(
  withBookingWords(() => import('./booking-panel.tsx').then(({ BookingPanel: component }) => ({ default: component }))),
);

/** Offers the action "Book" on all pages, and shows the booking panel while it is open. */
export function BookingHost() {
  const { t } = useTranslation('appointments');
  const shownStart = useShownStart();
  const start = useStore(bookingPanel);
  useAction({
    id: 'book',
    label: t('book'),
    icon: IconCalendarPlus,
    run: () => openBookingPanel(shownStart()),
  });
  return (
    start && (
      <Suspense>
        <BookingPanel start={start} />
      </Suspense>
    )
  );
}

/** Returns a function that finds the day of the calendar, or the customer of the open conversation or page. */
function useShownStart(): () => BookingStart {
  const router = useRouter();
  return () => {
    const { params, fullPath, search } = router.state.matches.at(-1) ?? {};
    if (fullPath === '/calendar') return { day: unlessPast((search as { day?: string }).day) };
    const { id } = (params ?? {}) as { id?: string };
    if (id === undefined) return {};
    return { contactId: fullPath?.startsWith('/contacts/') ? id : rowOf(id)?.contact_id };
  };
}

/** The day; undefined if it is before today, when nothing can be booked. */
const unlessPast = (day: string | undefined): string | undefined =>
  day !== undefined && day >= dateOf(Date.now(), timeSettings.get()) ? day : undefined;
