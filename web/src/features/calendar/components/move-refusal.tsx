import '@mantine/core/styles/Alert.css';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#web/lib/api/error-words.ts';
import type { ApiError } from '#web/lib/api/api-error.ts';

const RULES = ['STEP', 'LEAD_TIME', 'HORIZON', 'CLOSED', 'NOT_WORKING', 'TIME_OFF', 'NO_STAFF'] as const;

/** Why a place was refused, and what to do. */
export function MoveRefusal({ error }: { error: ApiError }) {
  const { t } = useTranslation('calendar');
  const { rule } = (error.details ?? {}) as { rule?: string };
  const known = RULES.find((one) => one === rule);
  const isTaken = error.code === 'SLOT_TAKEN';
  const words = isTaken ? t('refused.SLOT_TAKEN') : known ? t(`refused.${known}`) : errorWords(error);
  return (
    <Alert color="red" role="alert" mb="md">
      {words}
    </Alert>
  );
}
