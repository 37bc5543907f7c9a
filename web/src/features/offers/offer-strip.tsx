import { Button } from '@mantine/core';
import { IconCalendarQuestion } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { toastError } from '#web/lib/toast.ts';
import { newestOfferQuery, withdrawOffer } from './offers-queries.ts';
import classes from './offers.module.css';

/** The times that the customer may choose now, above the text field. */
export function OfferStrip({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('offers');
  const time = useTimeSettings();
  const now = useNow();
  const { data: offer } = useQuery(newestOfferQuery(conversationId));
  const withdraw = useMutation({ mutationFn: withdrawOffer, onError: toastError });
  if (offer?.state !== 'open' || Date.parse(offer.expires_at) <= now) return null;
  const what =
    offer.pet_names.length > 0 ? `${offer.service_name} · ${offer.pet_names.join(', ')}` : offer.service_name;
  return (
    <section className={classes.strip} aria-label={t('open')}>
      <IconCalendarQuestion size={18} stroke={1.75} aria-hidden />
      <span className={classes.said}>
        <span>{t('offered', { what })}</span>
        <span className={classes.times}>
          {offer.slots.map(({ starts_at, staff_name }) => (
            <span key={starts_at}>{[weekdayTime(starts_at, time), staff_name].filter(Boolean).join(' · ')}</span>
          ))}
        </span>
      </span>
      <Button size="compact-sm" variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(offer)}>
        {t('withdraw')}
      </Button>
    </section>
  );
}
