import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { SaveBar } from '#web/ui/save-bar.tsx';
import type { AssistantSettings } from '#web/features/assistant/assistant-types.ts';
import { becomesAuto, settingsDraft, type SettingsDraft, settingsProblems } from '../settings-draft.ts';
import classes from '../settings.module.css';
import { AnswersCard } from './answers-card.tsx';
import { AutoDialog } from './auto-dialog.tsx';
import { BudgetCard } from './budget-card.tsx';
import { ModesCard } from './modes-card.tsx';
import { PoliciesCard } from './policies-card.tsx';

interface SettingsFormProps {
  settings: AssistantSettings;
  locale: string;
  save: (draft: SettingsDraft) => Promise<void>;
}

/** All settings of the assistant, saved together. Staff can only read them. */
export function SettingsForm({ settings, locale, save }: SettingsFormProps) {
  const { t } = useTranslation('assistant');
  const isManager = useIsManager();
  const stored = settingsDraft(settings, locale);
  const [asked, setAsked] = useState<SettingsDraft>();
  const form = useForm<SettingsDraft>({
    initialValues: stored,
    validate: (draft) =>
      Object.fromEntries(settingsProblems(draft).map((problem) => [problem, t(`settings.problems.${problem}`)])),
  });
  const saving = useMutation({ mutationFn: save, onSettled: () => setAsked(undefined) });
  const submit = (draft: SettingsDraft) => {
    if (becomesAuto(stored, draft)) setAsked(draft);
    else saving.mutate(draft);
  };
  return (
    <form noValidate onSubmit={form.onSubmit(submit)}>
      <fieldset className={classes.fields} disabled={!isManager}>
        <ModesCard form={form} />
        <AnswersCard form={form} promptNumber={settings.prompt_number} />
        <PoliciesCard form={form} />
        <BudgetCard form={form} settings={settings} />
      </fieldset>
      {form.isDirty() && (
        <SaveBar
          save={t('save')}
          isPending={saving.isPending}
          isChanged
          hasProblems={Object.keys(form.errors).length > 0}
          error={saving.error}
          onDiscard={() => {
            form.setValues(stored);
            form.clearErrors();
            saving.reset();
          }}
        />
      )}
      {asked && (
        <AutoDialog
          isPending={saving.isPending}
          onConfirm={() => saving.mutate(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </form>
  );
}
