import { IconCalendarPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';

const OfferDialog = lazy(() =>
  import('./offer-dialog.tsx').then(({ OfferDialog: component }) => ({ default: component })),
);

/** The button that offers times to the customer. */
export function OfferTool({ row, className }: { row: Row; className: string | undefined }) {
  const { t } = useTranslation('offers');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={t('title')}
        title={t('title')}
        onClick={() => setOpen(true)}
      >
        <IconCalendarPlus size={20} stroke={1.75} aria-hidden />
      </button>
      <Suspense>
        {isOpen && <OfferDialog conversationId={row._id} contactId={row.contact_id} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
