import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#web/lib/api/api-error.ts';
import { useIsManager } from '#web/lib/session/roles.ts';
import classes from '../booking-panel.module.css';
import type { Booking, BookingBody } from '../use-booking.ts';

/** Why a start that is not offered is booked all the same. */
export type Force = Pick<BookingBody, 'override' | 'overbook'>;

const MAX_REASON = 500;

interface ForcedBookingProps {
  booking: Booking;
  onForce: (force: Force) => void;
}

/** Books a start that is not offered, with a reason. If it turns out to be taken, managers may overbook the person. */
export function ForcedBooking({ booking, onForce }: ForcedBookingProps) {
  const { t } = useTranslation('bookingPanel');
  const isManager = useIsManager();
  const [reason, setReason] = useState('');
  const isTaken = booking.error instanceof ApiError && booking.error.code === 'SLOT_TAKEN';
  if (isTaken && booking.variables?.overbook) return <p className={classes.dim}>{t('forced.full')}</p>;
  if (isTaken && !isManager) return <p className={classes.dim}>{t('forced.askManager')}</p>;
  const why = { reason: reason.trim() };
  return (
    <form
      className={classes.forced}
      onSubmit={(event) => {
        event.preventDefault();
        if (why.reason !== '') onForce(isTaken ? { override: why, overbook: why } : { override: why });
      }}
    >
      <label className={classes.field}>
        {isTaken ? t('forced.overbookReason') : t('forced.reason')}
        <input
          className={classes.select}
          value={reason}
          maxLength={MAX_REASON}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <Button type="submit" variant="default" disabled={why.reason === ''} loading={booking.isPending}>
        {isTaken ? t('forced.overbook') : t('forced.book')}
      </Button>
    </form>
  );
}
