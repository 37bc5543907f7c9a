import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#web/features/contacts/contacts-queries.ts';
import type { Pet } from '#web/features/pets/pets-queries.ts';
import type { Service } from '#web/features/services/services-queries.ts';
import { withOfferWords } from '#web/lib/i18n/i18n.ts';
import { dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { type BookingChoice, petCountProblem, type Slot, termsOfAnybody, visitOf } from '../booking-choice.ts';
import { slotsQuery, unmetGatesQuery } from '../booking-queries.ts';
import { useAfterBooking } from '../use-after-booking.ts';
import { useBooking } from '../use-booking.ts';
import { useNoticeWay } from '../use-notice-way.ts';
import { useSlotQuote } from '../use-slot-quote.ts';
import { BookFoot } from './book-foot.tsx';
import type { Force } from './forced-booking.tsx';
import { ExtrasStep, NightsField } from './extras-step.tsx';
import { type SlotsQuery, TimeStep } from './time-step.tsx';

const OfferButton = lazy(
  withOfferWords(async () => ({ default: (await import('#web/features/offers/offer-button.tsx')).OfferButton })),
);

interface VisitStepsProps {
  contact: Contact;
  pets: readonly Pet[];
  service: Service;
  choice: BookingChoice;
  /** The first day whose free times are shown, unless a time is chosen. */
  firstDay?: string | undefined;
  onChange: (changed: Partial<BookingChoice>) => void;
}

/** Time, extras and the booking itself. */
export function VisitSteps({ contact, pets, service, choice, firstDay, onChange }: VisitStepsProps) {
  const { t } = useTranslation('bookingPanel');
  const time = useTimeSettings();
  const [from, setFrom] = useState(
    () => (choice.startsAt === null && firstDay) || dateOf(choice.startsAt ?? Date.now(), time),
  );
  const visit = visitOf(choice, service, pets);
  const canBook = petCountProblem(service, pets.length) === undefined;
  const slots = useQuery({
    ...slotsQuery(service._id, visit, from),
    enabled: canBook,
    placeholderData: keepPreviousData,
  });
  const found = slotsAt(slots.isPlaceholderData ? undefined : slots.data?.days, choice.startsAt);
  const terms = choice.staffId === null ? termsOfAnybody(found, service, pets.length) : undefined;
  const slot = terms?.slot ?? found[0];
  const { quote, isFrom } = useSlotQuote(service, visit, terms);
  const isGone = choice.startsAt !== null && !slot && covers(slots, dateOf(choice.startsAt, time));
  const petIds = pets.map(({ _id }) => _id);
  const { data: gates } = useQuery({
    ...unmetGatesQuery(contact._id, service._id, petIds, slot ?? { starts_at: '', ends_at: '', staff_ids: [] }),
    enabled: slot !== undefined,
  });
  const afterBooking = useAfterBooking(contact, pets, service);
  const noticeWay = useNoticeWay(contact);
  const [tells, setTells] = useState(true);
  const isTold = noticeWay !== undefined && tells;
  const booking = useBooking((booked) => afterBooking(booked, isTold));
  const change = (changed: Partial<BookingChoice>) => {
    booking.reset();
    onChange(changed);
  };
  const chooseAt = (startsAt: string) => {
    setFrom(dateOf(startsAt, time));
    change({ startsAt });
  };
  const notes = choice.notes.trim();
  const book = (starts_at: string, force: Force = {}) =>
    booking.mutate({
      ...visit,
      service_id: service._id,
      contact_id: contact._id,
      starts_at,
      notify_customer: isTold,
      ...(notes === '' ? {} : { notes }),
      ...force,
    });
  if (!canBook) return <p>{t('pet.change')}</p>;
  return (
    <>
      {service.kind === 'boarding' && <NightsField service={service} choice={choice} onChange={change} />}
      <TimeStep
        service={service}
        choice={choice}
        slots={slots}
        from={from}
        onFrom={setFrom}
        onChange={change}
        onOther={chooseAt}
      />
      <ExtrasStep service={service} choice={choice} onChange={change} />
      <BookFoot
        pets={pets}
        service={service}
        staffId={choice.staffId}
        slot={slot}
        goneStart={isGone ? choice.startsAt : null}
        quote={quote}
        isPriceFrom={isFrom}
        gates={slot && gates}
        booking={booking}
        notice={noticeWay && { way: noticeWay, isWanted: tells, onWant: setTells }}
        onAlternative={chooseAt}
        onBook={book}
      />
      {slot && service.kind !== 'boarding' && choice.addOns.length === 0 && (
        <Suspense>
          <OfferButton
            key={slot.starts_at}
            contactId={contact._id}
            start={{
              serviceId: service._id,
              petIds,
              times: [{ starts_at: slot.starts_at, ...(choice.staffId !== null && { staff_id: choice.staffId }) }],
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** Whether the free times of the day are known. */
const covers = ({ data, isPlaceholderData }: SlotsQuery, date: string): boolean =>
  !isPlaceholderData && data?.days.some((day) => day.date === date) === true;

/** The slots of a start. People with an own duration have a slot of their own. */
function slotsAt(days: readonly { slots: readonly Slot[] }[] | undefined, startsAt: string | null): Slot[] {
  if (startsAt === null) return [];
  const at = Date.parse(startsAt);
  return days?.flatMap(({ slots }) => slots).filter(({ starts_at }) => Date.parse(starts_at) === at) ?? [];
}
