import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wahaCodeQuery } from '../waha-queries.ts';
import classes from './waha.module.css';

const SECOND_MS = 1_000;

/** The code with the steps on the phone. WhatsApp replaces it every few seconds. */
export function WahaCode({ name }: { name: string }) {
  const { t } = useTranslation('channels');
  const { data: code } = useQuery(wahaCodeQuery(name));
  const seconds = useSecondsUntil(code?.qr_expires_at ?? null);
  return (
    <div className={classes.code}>
      <div className={classes.picture}>
        {code?.qr_png ? (
          <img src={`data:image/png;base64,${code.qr_png}`} alt={t('waha.codeOf', { name })} />
        ) : (
          <Loader aria-label={t('waha.codeComes')} />
        )}
      </div>
      <div>
        <h3>{t('waha.scan')}</h3>
        <ol>
          <li>{t('waha.steps.open')}</li>
          <li>{t('waha.steps.menu')}</li>
          <li>{t('waha.steps.point')}</li>
        </ol>
        <p className={classes.time}>
          {code?.qr_png && seconds > 0 ? t('waha.newIn', { count: seconds }) : t('waha.codeComes')}
        </p>
      </div>
    </div>
  );
}

function useSecondsUntil(end: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return end === null ? 0 : Math.max(0, Math.ceil((new Date(end).getTime() - now) / SECOND_MS));
}
