import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import classes from './channel-health.module.css';
import { ReconnectForm } from './reconnect-form.tsx';
import { SelfTest } from './self-test.tsx';

interface ChannelHealthProps {
  channel: Schemas['ChannelDto'];
  /** The last error is shown above the card already. */
  isReasonShown: boolean;
  isOpen: boolean;
  /** A button beside the self-test. */
  children: ReactNode;
}

/** The health of a channel, its self-test, and a form that connects it again. */
export function ChannelHealth({ channel, isReasonShown, isOpen, children }: ChannelHealthProps) {
  const { t } = useTranslation('channels');
  return (
    <details className={classes.health} open={isOpen}>
      <summary aria-label={t('health.detailsOf', { name: channel.name })}>{t('health.details')}</summary>
      <Facts channel={channel} isReasonShown={isReasonShown} />
      <SelfTest channel={channel}>{children}</SelfTest>
      {channel.has_token && channel.provider === 'graph' && (
        <details>
          <summary>{t('logIn.byToken')}</summary>
          <ReconnectForm channel={channel} />
        </details>
      )}
    </details>
  );
}

function Facts({ channel: { health, token, state }, isReasonShown }: Omit<ChannelHealthProps, 'isOpen' | 'children'>) {
  const { t } = useTranslation('channels');
  const settings = useTimeSettings();
  const timeOf = (at: string | null) => (at ? fullTime(at, settings) : t('health.never'));
  const { token_days_left: days, last_error: error, account_event: event, quota, subscribed_fields: fields } = health;
  const isRefused = state === 'needs_reconnect';
  const tokenEnd = days === null ? t('health.tokenUnknown') : t('health.daysLeft', { count: days });
  const errorWords = ({ message, at }: Schemas['ChannelErrorDto']) =>
    isReasonShown ? timeOf(at) : `${message} (${timeOf(at)})`;
  const checkError = token?.last_error?.message;
  const facts: [label: string, value: string | null][] = [
    [t('health.token'), isRefused ? null : tokenEnd],
    [t('health.tokenError'), checkError && checkError !== error?.message ? checkError : null],
    [t('health.lastIn'), timeOf(health.last_in_at)],
    [t('health.lastOut'), timeOf(health.last_out_at)],
    [t(isRefused ? 'health.metaWords' : 'health.lastError'), error && errorWords(error)],
    [t('health.notice'), event && `${t(`health.events.${event.kind}`)}: ${event.message}`],
    [t('health.otherApp'), health.standby_at && timeOf(health.standby_at)],
    [t('health.usage'), quota?.usage_percent === null || !quota ? null : `${quota.usage_percent} %`],
    [t('health.limitedUntil'), quota?.limited_until ? timeOf(quota.limited_until) : null],
    [t('health.fields'), fields.length > 0 ? fields.join(', ') : null],
    [t('health.checked'), timeOf(health.checked_at)],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => value !== null && <Fact key={label} label={label} value={value} />)}
    </dl>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
