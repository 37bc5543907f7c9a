import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { toast } from '#web/lib/toast.ts';
import { Failure } from '#web/ui/failure.tsx';
import { AssistantPage } from '../components/assistant-page.tsx';
import type { AssistantSettings } from '../assistant-types.ts';
import { ModelCard } from './components/model-card.tsx';
import { SettingsForm } from './components/settings-form.tsx';
import { StopButton } from './components/stop-button.tsx';
import { isRunning, settingsBody } from './settings-draft.ts';
import { changeSettings, settingsQuery } from './settings-queries.ts';
import classes from './settings.module.css';

/** What the assistant may do, and what it may cost. Owners and managers change it. */
export function SettingsPage() {
  const { t } = useTranslation('assistant');
  const isManager = useIsManager();
  const { data: settings, error, refetch } = useQuery(settingsQuery);
  const actions = isManager && settings && isRunning(settings) && <StopButton />;
  return (
    <AssistantPage actions={actions}>
      {error && !settings && <Failure error={error} onRetry={() => void refetch()} />}
      {!isManager && <p className={classes.notice}>{t('settings.onlyManagers')}</p>}
      {settings && <Editor settings={settings} />}
      {isManager && settings && <ModelCard />}
    </AssistantPage>
  );
}

/** Keeps the settings as they were read, until this user saves or stops the assistant. */
function Editor({ settings }: { settings: AssistantSettings }) {
  const { t } = useTranslation('assistant');
  const { locale } = useTimeSettings();
  const [opened, setOpened] = useState(settings);
  const isStopped = isRunning(opened) && !isRunning(settings);
  const shown = isStopped ? settings : opened;
  return (
    <SettingsForm
      key={shown.version}
      settings={shown}
      locale={locale}
      save={async (draft) => {
        setOpened(await changeSettings(settingsBody(draft), shown.version));
        toast({ message: t('saved') });
      }}
    />
  );
}
