import type { UseFormReturnType } from '@mantine/form';
import { IconArrowsLeftRight, IconMessageBolt, IconPencil, IconPower } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '#web/features/channels/channels-queries.ts';
import { Card } from '#web/ui/card.tsx';
import { PLATFORM_NAMES } from '#web/ui/platform-names.ts';
import type { AssistantMode } from '#web/features/assistant/assistant-types.ts';
import { MODES, type SettingsDraft } from '../settings-draft.ts';
import classes from '../settings.module.css';

const ICONS = { off: IconPower, shadow: IconArrowsLeftRight, suggest: IconPencil, auto: IconMessageBolt } as const;

/** The mode of the company, and other modes of some channels. */
export function ModesCard({ form }: { form: UseFormReturnType<SettingsDraft> }) {
  const { t } = useTranslation(['assistant', 'turns']);
  const { mode } = form.values;
  return (
    <Card title={t('modes.title')} text={t('modes.text')}>
      <div className={classes.modes} role="radiogroup" aria-label={t('modes.title')}>
        {MODES.map((value) => {
          const Icon = ICONS[value];
          return (
            <label key={value} className={classes.mode}>
              <input
                type="radio"
                name="mode"
                value={value}
                checked={mode === value}
                onChange={() => form.setFieldValue('mode', value)}
              />
              <Icon size={20} stroke={1.75} aria-hidden />
              <span>
                <strong>{t(`turns:modes.${value}`)}</strong>
                <small>{t(`modes.${value}`)}</small>
              </span>
            </label>
          );
        })}
      </div>
      <ChannelModes form={form} />
    </Card>
  );
}

function ChannelModes({ form }: { form: UseFormReturnType<SettingsDraft> }) {
  const { t } = useTranslation(['assistant', 'turns']);
  const { data: channels = [] } = useQuery(channelsQuery);
  const { mode, channels: chosen } = form.values;
  if (channels.length === 0) return <p className={classes.hint}>{t('modes.noChannels')}</p>;
  const set = (id: string, value: string) => {
    const others = Object.entries(chosen).filter(([channel]) => channel !== id);
    const own = value === '' ? [] : [[id, value as AssistantMode] as const];
    form.setFieldValue('channels', Object.fromEntries([...others, ...own]));
  };
  return (
    <fieldset className={classes.channels}>
      <legend>{t('modes.channels')}</legend>
      {channels.map(({ _id, name, platform }) => (
        <label key={_id} className={classes.channel}>
          <span>
            {name} <small>{PLATFORM_NAMES[platform]}</small>
          </span>
          <select
            className={classes.select}
            value={chosen[_id] ?? ''}
            onChange={({ currentTarget }) => set(_id, currentTarget.value)}
          >
            <option value="">{t('modes.asCompany', { mode: t(`turns:modes.${mode}`) })}</option>
            {MODES.map((value) => (
              <option key={value} value={value}>
                {t(`turns:modes.${value}`)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
