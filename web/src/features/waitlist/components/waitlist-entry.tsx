import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openBookingPanel } from '#web/features/booking-panel/open-booking-panel.ts';
import { speciesOf } from '#web/features/pets/pet-facts.ts';
import { clockTime, dateOf, shortDate, useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { toastError } from '#web/lib/toast.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { SpeciesGlyph } from '#web/ui/species-glyph.tsx';
import { windowWords } from '../waitlist-days.ts';
import { acceptOffer, declineOffer, removeFromWaitlist, type WaitlistRow } from '../waitlist-queries.ts';
import classes from '../waitlist-page.module.css';

interface WaitlistEntryProps {
  row: WaitlistRow;
  /** The first day on which it can come. */
  firstDate: string;
}

/** One entry: who waits for what and when, and what to do about it. */
export function WaitlistEntry({ row, firstDate }: WaitlistEntryProps) {
  const { t } = useTranslation('waitlist');
  const time = useTimeSettings();
  const { contact, pets, staff_name, nights } = row;
  const name = pets.map((pet) => pet.name).join(', ') || contact?.full_name || t('nobody');
  const facts = [
    row.service_name ?? t('deletedService'),
    staff_name && t('with', { name: staff_name }),
    nights !== null && t('nights', { count: nights }),
  ];
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>
          {pets[0] && <SpeciesGlyph species={speciesOf(pets[0].species)} size={16} />}
          {name}
          {contact && (
            <Link to="/contacts/$id" params={{ id: contact._id }} className={classes.contact}>
              {contact.full_name}
            </Link>
          )}
          {contact?.is_vip && <span className={classes.vip}>{t('vip')}</span>}
        </span>
        <span>{facts.filter(Boolean).join(' · ')}</span>
        <span className={classes.dim}>
          {row.windows.map((window) => windowWords(window, time)).join(' · ')} ·{' '}
          {t('since', { date: shortDate(dateOf(row.created_at, time), time) })}
          {row.source === 'public' && ` · ${t('bySelf')}`}
        </span>
        {row.notes && <span className={classes.dim}>{row.notes}</span>}
        {row.state === 'offered' && row.offer && (
          <span className={classes.offer}>
            {t('offered', {
              time: weekdayTime(row.offer.starts_at, time),
              until: clockTime(row.offer.expires_at, time),
            })}
          </span>
        )}
        <CustomerLine row={row} />
      </div>
      <EntryButtons row={row} name={name} firstDate={firstDate} />
    </li>
  );
}

/** How the customer was told of the last offer, and what the customer answered. */
function CustomerLine({ row: { told, answer } }: Pick<WaitlistEntryProps, 'row'>) {
  const { t } = useTranslation('waitlist');
  const time = useTimeSettings();
  const facts = [
    told &&
      (told.state === 'sent' ? t(`told.${told.way}`) : `${t(`told.${told.way}`)} (${t(`toldStates.${told.state}`)})`),
    answer && answer.way !== 'staff' && t(`answers.${answer.choice}`, { time: weekdayTime(answer.starts_at, time) }),
  ];
  const words = facts.filter(Boolean).join(' · ');
  return words === '' ? null : <span className={classes.dim}>{words}</span>;
}

function EntryButtons({ row, name, firstDate }: WaitlistEntryProps & { name: string }) {
  const { t } = useTranslation('waitlist');
  const [isRemoving, setRemoving] = useState(false);
  const step = useMutation({
    mutationFn: (change: (id: string) => Promise<void>) => change(row._id),
    onError: toastError,
  });
  const { state, contact, pet_ids, service_id, staff_id, nights, notes } = row;
  const book = () =>
    openBookingPanel({
      contactId: row.contact_id,
      petIds: pet_ids,
      serviceId: service_id,
      staffId: staff_id ?? undefined,
      day: firstDate,
      nights: nights ?? undefined,
      notes: notes ?? undefined,
      onBooked: (contactId) => {
        if (contactId === row.contact_id) step.mutate(removeFromWaitlist);
      },
    });
  return (
    <div className={classes.buttons}>
      {state === 'offered' && (
        <>
          <Button size="xs" loading={step.isPending} onClick={() => step.mutate(acceptOffer)}>
            {t('accept')}
          </Button>
          <Button size="xs" variant="default" disabled={step.isPending} onClick={() => step.mutate(declineOffer)}>
            {t('decline')}
          </Button>
        </>
      )}
      {(state === 'waiting' || state === 'expired') && contact && (
        <Button size="xs" variant="default" disabled={step.isPending} onClick={book}>
          {t('book')}
        </Button>
      )}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        aria-label={t('removeNamed', { name })}
        disabled={step.isPending}
        onClick={() => setRemoving(true)}
      >
        {t('remove')}
      </Button>
      {isRemoving && (
        <ConfirmDialog
          title={t('removeNamed', { name })}
          text={t(state === 'offered' ? 'removeOffered' : 'removeText')}
          confirm={t('remove')}
          isPending={step.isPending}
          onConfirm={() => step.mutate(removeFromWaitlist, { onSettled: () => setRemoving(false) })}
          onClose={() => setRemoving(false)}
        />
      )}
    </div>
  );
}
