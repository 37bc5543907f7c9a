import { IconCalendarPlus } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import { rowOf } from '#web/features/conversations/conversations-queries.ts';
import { withBookingWords } from '#web/lib/i18n/i18n.ts';
import { useStore } from '#web/lib/store.ts';
import { bookingPanel, openBookingPanel } from './open-booking-panel.ts';

const BookingPanel = lazy(
  withBookingWords(() => import('./booking-panel.tsx').then(({ BookingPanel: component }) => ({ default: component }))),
);

/** Offers the action "Book" on all pages, and shows the booking panel while it is open. */
export function BookingHost() {
  const { t } = useTranslation('appointments');
  const shownContact = useShownContact();
  const start = useStore(bookingPanel);
  useAction({
    id: 'book',
    label: t('book'),
    icon: IconCalendarPlus,
    run: () => openBookingPanel({ contactId: shownContact() }),
  });
  return (
    start && (
      <Suspense>
        <BookingPanel start={start} />
      </Suspense>
    )
  );
}

/** Returns a function that finds the customer of the open conversation, or of the open page. */
function useShownContact(): () => string | undefined {
  const router = useRouter();
  return () => {
    const { params, fullPath } = router.state.matches.at(-1) ?? {};
    const { id } = (params ?? {}) as { id?: string };
    if (id === undefined) return undefined;
    return fullPath?.startsWith('/contacts/') ? id : rowOf(id)?.contact_id;
  };
}
