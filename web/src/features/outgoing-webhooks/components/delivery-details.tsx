import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { deliveryQuery, type Delivery } from '../outgoing-webhooks-queries.ts';
import classes from './delivery-log.module.css';

/** The body of a delivery, and the endpoint's answer to each attempt. */
export function DeliveryDetails({ webhookId, deliveryId }: { webhookId: string; deliveryId: string }) {
  const { t } = useTranslation('settings');
  const { data, error } = useQuery(deliveryQuery(webhookId, deliveryId));
  if (error) return <FormError error={error} />;
  if (!data) return null;
  return (
    <div className={classes.details}>
      <p>{t('log.body')}</p>
      <pre tabIndex={0}>{indented(data.body)}</pre>
      {data.attempts.map((attempt) => (
        <Attempt key={attempt.at} attempt={attempt} />
      ))}
    </div>
  );
}

function Attempt({ attempt }: { attempt: Delivery['attempts'][number] }) {
  const { t } = useTranslation('settings');
  const time = fullTime(attempt.at, useTimeSettings());
  const { response_status: status, duration_ms: ms } = attempt;
  return (
    <>
      <p>
        {status === null ? t('log.noAnswer', { time, ms }) : t('log.answer', { time, status, ms })}
        {attempt.error && <span> {attempt.error}</span>}
      </p>
      {attempt.response_body && <pre tabIndex={0}>{attempt.response_body}</pre>}
    </>
  );
}

function indented(body: string): string {
  const INDENT = 2;
  return JSON.stringify(JSON.parse(body), null, INDENT);
}
