import '#web/features/contacts/follow-customers.ts';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NativeDialog } from '#web/ui/native-dialog.tsx';
import classes from './booking-panel.module.css';
import { ContactBooking } from './components/contact-booking.tsx';
import { CustomerStep } from './components/customer-step.tsx';
import { type BookingStart, closeBookingPanel } from './open-booking-panel.ts';

/** Books an appointment: customer, pets, service and time on one screen. */
export function BookingPanel({ start }: { start: BookingStart }) {
  const { t } = useTranslation(['bookingPanel', 'common']);
  const [contactId, setContactId] = useState(start.contactId);
  return (
    <NativeDialog className={classes.sheet} label={t('title')} onClose={closeBookingPanel}>
      <div className={classes.panel}>
        <header className={classes.head}>
          <h2 className={classes.title}>{t('title')}</h2>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('common:close')}
            onClick={closeBookingPanel}
          >
            <IconX size={20} aria-hidden />
          </ActionIcon>
        </header>
        {contactId === undefined ? (
          <CustomerStep onChoose={setContactId} />
        ) : (
          <ContactBooking
            key={contactId}
            contactId={contactId}
            start={start}
            onOtherCustomer={() => setContactId(undefined)}
          />
        )}
      </div>
    </NativeDialog>
  );
}
