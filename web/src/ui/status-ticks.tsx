import { IconAlertCircle, IconCheck, IconChecks, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import classes from './status-ticks.module.css';

type Status = Schemas['MessageDto']['status'];

const ICONS = {
  queued: IconClock,
  sent: IconCheck,
  delivered: IconChecks,
  read: IconChecks,
  failed: IconAlertCircle,
} as const;

/** The delivery state of our message as an icon; screen readers get the word. */
export function StatusTicks({ status, role }: { status: Status; role: string }) {
  const { t } = useTranslation();
  const Icon = ICONS[status];
  // PetBuddy does not send the messages of another program.
  const word = status === 'queued' && role === 'assistant' ? 'unconfirmed' : status;
  return <Icon className={classes.icon} data-status={status} size={14} role="img" aria-label={t(`status.${word}`)} />;
}
