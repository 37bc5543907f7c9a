import { ActionIcon, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Window } from '../schedule-draft.ts';
import classes from './schedule-form.module.css';

interface WindowFieldsProps {
  windows: readonly Window[];
  onChange: (windows: Window[]) => void;
}

/** The hours of one day: from and to, more than once if there is a break. */
export function WindowFields({ windows, onChange }: WindowFieldsProps) {
  const { t } = useTranslation('schedules');
  const change = (index: number, fields: Partial<Window>) =>
    onChange(windows.map((one, place) => (place === index ? { ...one, ...fields } : one)));
  return windows.map((window, index) => (
    <div key={index} className={classes.window}>
      <TextInput
        type="time"
        aria-label={t('from')}
        value={window.from}
        onChange={({ currentTarget }) => change(index, { from: currentTarget.value })}
      />
      –
      <TextInput
        type="time"
        aria-label={t('to')}
        value={window.to}
        onChange={({ currentTarget }) => change(index, { to: currentTarget.value })}
      />
      {windows.length > 1 && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('removeWindow', { from: window.from, to: window.to })}
          onClick={() => onChange(windows.filter((_, place) => place !== index))}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
      {window.from && window.to && window.to <= window.from && <span className={classes.nextDay}>{t('nextDay')}</span>}
    </div>
  ));
}
