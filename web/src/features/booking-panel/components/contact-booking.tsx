import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Contact, useContact } from '#web/features/contacts/contacts-queries.ts';
import { type Pet, usePets } from '#web/features/pets/pets-queries.ts';
import { servicesQuery } from '#web/features/services/services-queries.ts';
import { Failure } from '#web/ui/failure.tsx';
import { type BookingChoice, chosenPets, firstNights } from '../booking-choice.ts';
import classes from '../booking-panel.module.css';
import type { BookingStart } from '../open-booking-panel.ts';
import { PetStep } from './pet-step.tsx';
import { ServiceStep } from './service-step.tsx';
import { VisitSteps } from './visit-steps.tsx';

interface ContactBookingProps {
  contactId: string;
  start: BookingStart;
  onOtherCustomer: () => void;
}

/** All steps after the customer is known. */
export function ContactBooking({ contactId, start, onOtherCustomer }: ContactBookingProps) {
  const contact = useContact(contactId);
  const pets = usePets(contactId);
  const error = contact.error ?? pets.error;
  const readAgain = () => void Promise.all([contact.refetch(), pets.refetch()]);
  if (!contact.data || !pets.data) return error ? <Failure error={error} onRetry={readAgain} /> : null;
  return <Steps contact={contact.data} known={pets.data} start={start} onOtherCustomer={onOtherCustomer} />;
}

interface StepsProps extends Omit<ContactBookingProps, 'contactId'> {
  contact: Contact;
  known: readonly Pet[];
}

function Steps({ contact, known, start, onOtherCustomer }: StepsProps) {
  const { t } = useTranslation('bookingPanel');
  const [choice, setChoice] = useState<BookingChoice>(() => firstChoice(start));
  const change = (changed: Partial<BookingChoice>) => setChoice((before) => ({ ...before, ...changed }));
  const pets = chosenPets(choice, known);
  const { data: services } = useQuery(servicesQuery);
  const service = services?.find(({ _id }) => _id === choice.serviceId);
  return (
    <div className={classes.body}>
      <p className={classes.customer}>
        <span className={classes.name}>{contact.full_name}</span>
        {contact.phone && <span className={classes.dim}>{contact.phone}</span>}
        <button type="button" className={classes.link} onClick={onOtherCustomer}>
          {t('customer.other')}
        </button>
      </p>
      <PetStep
        contactId={contact._id}
        known={known}
        chosen={pets.map(({ _id }) => _id)}
        onChange={(petIds) => change({ petIds })}
      />
      <ServiceStep
        services={services}
        pets={pets}
        chosen={choice.serviceId}
        onChoose={(one) => change({ serviceId: one._id, addOns: [], nights: firstNights(one) ?? 1 })}
      />
      {service && (
        <VisitSteps
          key={service._id}
          contact={contact}
          pets={pets}
          service={service}
          choice={choice}
          firstDay={start.day}
          onChange={change}
        />
      )}
    </div>
  );
}

const firstChoice = ({ startsAt, staffId, serviceId, petIds, nights, notes }: BookingStart): BookingChoice => ({
  petIds: petIds ?? null,
  serviceId: serviceId ?? null,
  startsAt: startsAt ?? null,
  staffId: staffId ?? null,
  addOns: [],
  nights: nights ?? 1,
  notes: notes ?? '',
});
