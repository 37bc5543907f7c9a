import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { duration, useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import type { Arrival, Today } from '../dashboard-queries.ts';
import classes from './attention-cards.module.css';

/** What needs somebody: customers who wait, channels with a problem, appointments with an open requirement. */
export function AttentionCards({ today, now }: { today: Today; now: number }) {
  const { t } = useTranslation(['dashboard', 'channels']);
  const time = useTimeSettings();
  const { waiting, waiting_count, channels, gates } = today;
  return (
    <>
      <Card title={t('waiting.title', { count: waiting_count })}>
        <RowList empty={t('waiting.none')}>
          {waiting.map(({ _id, contact, last_message, waiting_since }) => (
            <li key={_id}>
              <Link to="/inbox/$view/$id" params={{ view: 'waiting', id: _id }} className={classes.link}>
                <strong>{contact.full_name}</strong>
                <small>{last_message?.content}</small>
              </Link>
              {waiting_since && <span className={classes.wait}>{duration(now - Date.parse(waiting_since), time)}</span>}
            </li>
          ))}
        </RowList>
      </Card>
      {channels.length > 0 && (
        <Card title={t('channels.title')}>
          <RowList empty="">
            {channels.map(({ _id, name, health }) => (
              <li key={_id}>
                <Link to="/settings/channels" search={{ channel: _id }} className={classes.link}>
                  <strong>{name}</strong>
                  <small>{health.next_step && t(`channels:health.next.${health.next_step}`, { name })}</small>
                </Link>
              </li>
            ))}
          </RowList>
        </Card>
      )}
      {gates.length > 0 && (
        <Card title={t('gates.title')} text={t('gates.text')}>
          <RowList empty="">
            {gates.map((one) => (
              <li key={one._id}>
                <span>
                  <strong>
                    {[one.pets.map(({ name }) => name).join(', '), one.service_name].filter(Boolean).join(' · ')}
                  </strong>
                  <small>{missing(one)}</small>
                </span>
                <span className={classes.when}>{weekdayTime(one.starts_at, time)}</span>
              </li>
            ))}
          </RowList>
        </Card>
      )}
    </>
  );
}

const missing = ({ warnings, pending_on }: Arrival): string =>
  [...new Set([...pending_on, ...warnings].map(({ name }) => name))].join(', ');
