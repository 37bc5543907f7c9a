import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { LANGUAGES, setLanguage } from '#web/lib/i18n/i18n.ts';
import { meQuery } from '#web/lib/session/session.ts';

/** Applies the language and the theme of the user, also after a change on another device. */
export function useAppliedSettings(): void {
  const { data: me } = useQuery(meQuery);
  // Without `keepTransitions` Mantine writes a <style>, which the page's policy refuses.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const language = LANGUAGES.find((known) => known === me?.locale);
  const theme = me?.preferences.theme;

  useEffect(() => {
    if (language) void setLanguage(language);
  }, [language]);
  useEffect(() => {
    if (theme) setColorScheme(theme);
  }, [theme, setColorScheme]);
}
