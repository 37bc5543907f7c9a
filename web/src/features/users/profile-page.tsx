import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '#web/lib/session/session.ts';
import { Page } from '#web/ui/page.tsx';
import { AboutCard } from './components/about-card.tsx';
import { AppearanceCard } from './components/appearance-card.tsx';
import { HabitsCard } from './components/habits-card.tsx';
import { NameCard } from './components/name-card.tsx';
import { PasswordCard } from './components/password-card.tsx';
import { SessionsCard } from './components/sessions-card.tsx';

/** The user's own settings. Each takes effect at once and on all devices. */
export function ProfilePage() {
  const { t } = useTranslation('profile');
  const { data: me } = useQuery(meQuery);
  if (!me) return null;
  return (
    <Page title={t('title')}>
      <NameCard me={me} />
      <AppearanceCard me={me} />
      <HabitsCard me={me} />
      <PasswordCard email={me.email} />
      <SessionsCard />
      <AboutCard />
    </Page>
  );
}
