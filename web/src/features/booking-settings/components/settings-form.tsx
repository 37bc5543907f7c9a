import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { SaveBar } from '#web/ui/save-bar.tsx';
import type { BookingSettings } from '../booking-settings-queries.ts';
import { settingsDraft, type SettingsDraft, settingsProblems } from '../settings-draft.ts';
import { BookingPageCard } from './booking-page-card.tsx';
import { NoticesCard } from './notices-card.tsx';
import { PolicyFields } from './policy-fields.tsx';
import classes from './settings-form.module.css';
import { SizesCard } from './sizes-card.tsx';

interface SettingsFormProps {
  settings: BookingSettings;
  save: (draft: SettingsDraft) => Promise<void>;
}

/** All settings of booking, saved together. */
export function SettingsForm({ settings, save }: SettingsFormProps) {
  const { t } = useTranslation('booking');
  const stored = settingsDraft(settings);
  const form = useForm<SettingsDraft>({
    initialValues: stored,
    validate: (draft) =>
      Object.fromEntries(
        Object.entries(settingsProblems(draft)).map(([path, problem]) => [path, t(`problems.${problem}`)]),
      ),
  });
  const saving = useMutation({ mutationFn: save });
  const { policy, hasQuietHours } = form.values;
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit((draft) => saving.mutate(draft))}>
      <BookingPageCard form={form} />
      <Card title={t('policy.title')} text={t('policy.text')}>
        <PolicyFields policy={policy} inputProps={(field) => form.getInputProps(`policy.${field}`)} />
      </Card>
      <Card title={t('deposits.title')} text={t('deposits.text')}>
        <Fields>
          <TextInput
            {...form.getInputProps('deposit_minutes')}
            label={t('deposits.minutes')}
            inputMode="numeric"
            rightSection={t('minutesShort')}
          />
        </Fields>
        <Switch
          {...form.getInputProps('deposit_refund', { type: 'checkbox' })}
          size="md"
          label={t('deposits.refund')}
          description={t('deposits.refundHint')}
        />
      </Card>
      <SizesCard form={form} />
      <NoticesCard form={form} />
      <Card title={t('waitlist.title')} text={t('waitlist.text')}>
        <Fields>
          <TextInput
            {...form.getInputProps('waitlist_offer_minutes')}
            label={t('waitlist.minutes')}
            inputMode="numeric"
            rightSection={t('minutesShort')}
          />
        </Fields>
        <Switch
          {...form.getInputProps('hasQuietHours', { type: 'checkbox' })}
          size="md"
          label={t('waitlist.quiet')}
          description={t('waitlist.quietHint')}
          mb={hasQuietHours ? 'md' : undefined}
        />
        {hasQuietHours && (
          <Fields>
            <TextInput {...form.getInputProps('quiet_hours.from')} label={t('waitlist.from')} type="time" required />
            <TextInput {...form.getInputProps('quiet_hours.to')} label={t('waitlist.to')} type="time" required />
          </Fields>
        )}
      </Card>
      <SaveBar
        save={t('save')}
        isPending={saving.isPending}
        isChanged={form.isDirty()}
        hasProblems={Object.keys(form.errors).length > 0}
        error={saving.error}
        onDiscard={() => {
          form.setValues(stored);
          form.clearErrors();
          saving.reset();
        }}
      />
    </form>
  );
}
