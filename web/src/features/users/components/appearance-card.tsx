import '@mantine/core/styles/Combobox.css';
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '#web/lib/i18n/i18n.ts';
import { Card } from '#web/ui/card.tsx';
import { useChangeProfile } from '../profile-queries.ts';
import classes from './appearance-card.module.css';

const THEMES = ['auto', 'light', 'dark'] as const;

/** Language and theme. */
export function AppearanceCard({ me }: { me: Schemas['ProfileDto'] }) {
  const { t, i18n } = useTranslation('profile');
  const change = useChangeProfile();
  return (
    <Card title={t('appearance.title')}>
      <NativeSelect
        label={t('appearance.language')}
        value={me.locale ?? i18n.language}
        data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
        onChange={({ currentTarget }) => change.mutate({ locale: currentTarget.value as Language })}
        mb="md"
      />
      <span id="theme" className={classes.label}>
        {t('appearance.theme')}
      </span>
      <SegmentedControl
        aria-labelledby="theme"
        size="md"
        value={me.preferences.theme}
        data={THEMES.map((theme) => ({ value: theme, label: t(`appearance.themes.${theme}`) }))}
        onChange={(theme) => change.mutate({ preferences: { theme } })}
      />
    </Card>
  );
}
