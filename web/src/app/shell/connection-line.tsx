import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOffline, liveState } from '#web/lib/live/live-connection.ts';
import { useStore } from '#web/lib/store.ts';
import classes from './connection-line.module.css';

/** Short breaks are nobody's concern. */
const SHOWN_AFTER_MS = 2_000;
const OFFLINE_AFTER_MS = 30_000;

/** Says that the line is down; what is written meanwhile is sent when it is back. */
export function ConnectionLine() {
  const { t } = useTranslation();
  const isLive = useStore(liveState) === 'live';
  const isCutOff = useStore(isOffline);
  const [waited, setWaited] = useState<'no' | 'reconnecting' | 'offline'>('no');

  useEffect(() => {
    if (isLive) return;
    const timers = [
      setTimeout(() => setWaited('reconnecting'), SHOWN_AFTER_MS),
      setTimeout(() => setWaited('offline'), OFFLINE_AFTER_MS),
    ];
    return () => {
      timers.forEach(clearTimeout);
      setWaited('no');
    };
  }, [isLive]);

  const shown = isCutOff ? 'offline' : waited;
  return (
    <div role="status" className={shown === 'no' ? undefined : classes.line}>
      {shown === 'no' ? null : t(`connection.${shown}`)}
    </div>
  );
}
