import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#web/features/contacts/contacts-queries.ts';
import { rowOf } from '#web/features/conversations/conversations-queries.ts';
import { useInboxPlace } from '#web/features/conversations/inbox-place.ts';
import { giveBackDraft } from '#web/features/messages/draft-sync.ts';
import type { Pet } from '#web/features/pets/pets-queries.ts';
import type { Service } from '#web/features/services/services-queries.ts';
import { companyQuery } from '#web/lib/session/session.ts';
import { appointmentTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toast } from '#web/lib/toast.ts';
import { confirmationText, customerLanguage } from './confirmation-text.ts';
import { bookingPanel, closeBookingPanel } from './open-booking-panel.ts';
import type { Booked } from './use-booking.ts';

/**
 * Returns what follows a booking: the panel closes, a toast says the time, and the composer of the open conversation gets
 * words for the customer unless PetBuddy itself tells the customer.
 */
export function useAfterBooking(contact: Contact, pets: readonly Pet[], service: Service) {
  const { t } = useTranslation('bookingPanel');
  const time = useTimeSettings();
  const place = useInboxPlace();
  const { data: company } = useQuery(companyQuery);
  return (booked: Booked, isTold: boolean) => {
    const { id } = place();
    const names = pets.map(({ name }) => name);
    const isOpen = id !== undefined && rowOf(id)?.contact_id === contact._id;
    if (isOpen && !isTold && company) {
      const language = customerLanguage(contact.locale, company.locale);
      const facts = { booked, customer: contact.full_name, pets: names, service: service.name, zone: time.zone };
      giveBackDraft(id, 'reply', confirmationText({ ...facts, now: Date.now() }, language));
    }
    const what = [...names, service.name].join(', ');
    const when = appointmentTime(booked.starts_at, booked.ends_at, time);
    const said = t(booked.status === 'pending' ? 'done.pending' : 'done.booked', { what, when });
    const next = isTold ? t('done.told') : isOpen ? t('done.draft') : '';
    toast({ message: `${said} ${next}`.trim() });
    bookingPanel.get()?.onBooked?.(contact._id);
    closeBookingPanel();
  };
}
