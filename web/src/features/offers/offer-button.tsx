import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContactConversations } from '#web/features/contacts/contacts-queries.ts';
import type { OfferStart } from './offer-start.ts';

const OfferDialog = lazy(() =>
  import('./offer-dialog.tsx').then(({ OfferDialog: component }) => ({ default: component })),
);

/** Offers a free time to a customer in the latest conversation that can be written to; nothing without one. */
export function OfferButton({ contactId, start }: { contactId: string; start: OfferStart }) {
  const { t } = useTranslation('offers');
  const { data: conversations = [] } = useContactConversations(contactId);
  const [isOpen, setOpen] = useState(false);
  const conversation = conversations.find(({ text_limit }) => text_limit !== null);
  if (!conversation) return null;
  return (
    <>
      <Button variant="default" size="md" onClick={() => setOpen(true)}>
        {t('toCustomer')}
      </Button>
      <Suspense>
        {isOpen && (
          <OfferDialog
            conversationId={conversation._id}
            contactId={contactId}
            start={start}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </>
  );
}
