import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Pet } from '#web/features/pets/pets-queries.ts';
import type { Service } from '#web/features/services/services-queries.ts';
import { useUsers } from '#web/features/users/users-queries.ts';
import { moneyWords } from '#web/lib/money.ts';
import { appointmentTime, dateOf, shortDate, useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import type { Slot } from '../booking-choice.ts';
import type { Quote, UnmetGates } from '../booking-queries.ts';
import classes from '../booking-panel.module.css';
import type { Booking } from '../use-booking.ts';
import { type Force, ForcedBooking } from './forced-booking.tsx';
import { alternativesOf, useGateWords, useRefusalWords } from '../use-refusal-words.ts';

interface BookFootProps {
  pets: readonly Pet[];
  service: Service;
  /** The chosen person; null: anybody. */
  staffId: string | null;
  slot: Slot | undefined;
  /** The chosen start, if it is no longer offered. */
  goneStart: string | null;
  quote: Quote | undefined;
  /** Whether the price may be higher, because it depends on the people who will do it. */
  isPriceFrom: boolean;
  gates: UnmetGates | undefined;
  booking: Booking;
  /** Undefined if PetBuddy cannot tell the customer. */
  notice: { way: 'message' | 'mail'; isWanted: boolean; onWant: (isWanted: boolean) => void } | undefined;
  onAlternative: (startsAt: string) => void;
  onBook: (startsAt: string, force?: Force) => void;
}

/** Says what is about to be booked and what is missing for it, and books it. */
export function BookFoot(props: BookFootProps) {
  const { pets, service, staffId, slot, goneStart, quote, isPriceFrom, gates, booking, notice, onAlternative, onBook } =
    props;
  const { t } = useTranslation('bookingPanel');
  const time = useTimeSettings();
  const users = useUsers();
  const onlyOne = slot?.staff_ids.length === 1 ? slot.staff_ids[0] : undefined;
  const person = users?.find(({ _id }) => _id === (staffId ?? onlyOne))?.full_name;
  const price = quote && moneyWords(quote.price, quote.currency, time.locale);
  const summary = [
    pets.map(({ name }) => name).join(', '),
    service.name,
    slot && appointmentTime(slot.starts_at, slot.ends_at, time),
    slot && slot.staff_ids.length > 0 && (person ?? t('time.anybody')),
    price && (isPriceFrom ? t('service.from', { price }) : price),
  ];
  const isBlocked = (gates?.blocked_by.length ?? 0) > 0;
  return (
    <footer className={classes.foot}>
      {gates && <GateNotes gates={gates} pets={pets} />}
      <Refusal booking={booking} pets={pets} onAlternative={onAlternative} />
      {(slot ?? goneStart) && notice && (
        <label className={classes.extra}>
          <input
            type="checkbox"
            checked={notice.isWanted}
            onChange={({ currentTarget }) => notice.onWant(currentTarget.checked)}
          />
          {t(`notice.${notice.way}`)}
        </label>
      )}
      <p className={classes.summary} aria-live="polite">
        {slot && summary.filter(Boolean).join(' · ')}
        {!slot &&
          goneStart &&
          t('time.gone', { time: `${weekdayTime(goneStart, time)}, ${shortDate(dateOf(goneStart, time), time)}` })}
        {!slot && !goneStart && t('time.choose')}
      </p>
      {!slot && goneStart && (
        <ForcedBooking key={goneStart} booking={booking} onForce={(force) => onBook(goneStart, force)} />
      )}
      <Button
        size="md"
        disabled={!slot || isBlocked}
        loading={booking.isPending}
        onClick={() => slot && onBook(slot.starts_at)}
      >
        {t('book')}
      </Button>
    </footer>
  );
}

function GateNotes({ gates, pets }: { gates: UnmetGates; pets: readonly Pet[] }) {
  const { t } = useTranslation('bookingPanel');
  const words = useGateWords(pets);
  const notes = [
    { kind: 'blocked', found: gates.blocked_by },
    { kind: 'pending', found: gates.pending_on },
    { kind: 'warning', found: gates.warnings },
  ] as const;
  return notes
    .filter(({ found }) => found.length > 0)
    .map(({ kind, found }) => (
      <p key={kind} className={classes.note} data-kind={kind} role={kind === 'blocked' ? 'alert' : undefined}>
        {t(`gates.${kind}`, { names: [...new Set(found.map(words))].join(', ') })}
      </p>
    ));
}

function Refusal({ booking, pets, onAlternative }: Pick<BookFootProps, 'booking' | 'pets' | 'onAlternative'>) {
  const time = useTimeSettings();
  const words = useRefusalWords(pets);
  if (!booking.error) return null;
  return (
    <div className={classes.note} data-kind="blocked" role="alert">
      {words(booking.error)}
      <div className={classes.chips}>
        {alternativesOf(booking.error).map(({ starts_at }) => (
          <Button key={starts_at} variant="default" size="xs" onClick={() => onAlternative(starts_at)}>
            {weekdayTime(starts_at, time)}, {shortDate(dateOf(starts_at, time), time)}
          </Button>
        ))}
      </div>
    </div>
  );
}
