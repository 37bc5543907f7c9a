import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { deviceWords } from '../device-words.ts';
import { sessionsQuery, useEndSessions } from '../profile-queries.ts';
import { EndOthersDialog } from './end-others-dialog.tsx';
import classes from './sessions-card.module.css';

/** The open log-ins of the user. */
export function SessionsCard() {
  const { t } = useTranslation('profile');
  const { data: sessions = [], error } = useQuery(sessionsQuery);
  const end = useEndSessions();
  const [isAsking, setAsking] = useState(false);
  return (
    <Card title={t('sessions.title')} text={t('sessions.text')}>
      <FormError error={error} />
      <ul className={classes.list}>
        {sessions.map((session) => (
          <SessionRow key={session._id} session={session} onEnd={() => end.mutate({ id: session._id })} />
        ))}
      </ul>
      {sessions.some(({ current }) => !current) && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('sessions.endOthers')}
        </Button>
      )}
      {isAsking && <EndOthersDialog onClose={() => setAsking(false)} />}
    </Card>
  );
}

function SessionRow({ session, onEnd }: { session: Schemas['SessionDto']; onEnd: () => void }) {
  const { t } = useTranslation('profile');
  const time = useTimeSettings();
  const { browser, system, isPhone } = deviceWords(session.user_agent);
  const DeviceIcon = isPhone ? IconDeviceMobile : IconDeviceDesktop;
  const device =
    browser && system
      ? t('sessions.device', { browser, system })
      : (browser ?? system ?? (session.user_agent || t('sessions.unknown')));
  const used = t('sessions.used', { time: listTime(session.last_used_at, time), ip: session.ip });
  return (
    <li className={classes.row}>
      <DeviceIcon size={20} stroke={1.75} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <span className={classes.device}>{device}</span>
        <span className={classes.used}>{session.current ? t('sessions.current') : used}</span>
      </span>
      {!session.current && (
        <Button variant="default" size="sm" onClick={onEnd} aria-label={t('sessions.endOne', { device })}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
