import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useStore } from '#web/lib/store.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { type PushSettings, setPushSettings } from '../notifications-queries.ts';
import { pushState, turnPushOff, turnPushOn } from '../push-device.ts';
import classes from './kind-switches.module.css';

/** Switches pushes on for this browser, and chooses what they show. */
export function PushCard({ settings }: { settings: PushSettings | undefined }) {
  const { t } = useTranslation('notifications');
  const state = useStore(pushState);
  const turning = useMutation({ mutationFn: (isOn: boolean) => (isOn ? turnPushOn() : turnPushOff()) });
  const showing = useMutation({ mutationFn: setPushSettings });
  const isPossible = state === 'on' || state === 'off';
  return (
    <Card title={t('push.title')} text={t(`push.states.${state}`)}>
      <div className={classes.switches}>
        {isPossible && (
          <Switch
            size="md"
            label={t('push.device')}
            checked={state === 'on'}
            disabled={turning.isPending}
            onChange={({ currentTarget }) => turning.mutate(currentTarget.checked)}
          />
        )}
        {settings && (
          <Switch
            size="md"
            label={t('push.text')}
            description={t('push.textHint')}
            checked={settings.shows_text}
            disabled={showing.isPending}
            onChange={({ currentTarget }) => showing.mutate({ ...settings, shows_text: currentTarget.checked })}
          />
        )}
      </div>
      {turning.error && <p role="alert">{t('push.failed')}</p>}
      <FormError error={showing.error} />
    </Card>
  );
}
