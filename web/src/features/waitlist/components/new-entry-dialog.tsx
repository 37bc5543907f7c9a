import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerStep } from '#web/features/booking-panel/components/customer-step.tsx';
import { useContact } from '#web/features/contacts/contacts-queries.ts';
import { usePets } from '#web/features/pets/pets-queries.ts';
import { CardDialog } from '#web/ui/card-dialog.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { EntryForm } from './entry-form.tsx';

interface NewEntryDialogProps {
  /** Undefined: the user chooses the customer. */
  contactId: string | undefined;
  onClose: () => void;
}

/** Puts a customer on the waitlist: first who, then what and when. */
export function NewEntryDialog({ contactId: first, onClose }: NewEntryDialogProps) {
  const { t } = useTranslation('waitlist');
  const [contactId, setContactId] = useState(first);
  return (
    <CardDialog title={t('add')} isWide onClose={onClose}>
      {contactId === undefined ? (
        <CustomerStep onChoose={setContactId} />
      ) : (
        <CustomerEntry contactId={contactId} onClose={onClose} />
      )}
    </CardDialog>
  );
}

function CustomerEntry({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const contact = useContact(contactId);
  const pets = usePets(contactId);
  const error = contact.error ?? pets.error;
  const readAgain = () => void Promise.all([contact.refetch(), pets.refetch()]);
  if (!contact.data || !pets.data) return error ? <Failure error={error} onRetry={readAgain} /> : null;
  return <EntryForm contact={contact.data} pets={pets.data} onDone={onClose} />;
}
