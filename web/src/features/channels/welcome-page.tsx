import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { InviteForm } from '#web/features/users/components/invite-form.tsx';
import { useIsManager } from '#web/lib/session/roles.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { Card } from '#web/ui/card.tsx';
import { Page } from '#web/ui/page.tsx';
import { ConnectButtons } from './components/connect-buttons.tsx';
import { PracticeCard } from './components/practice-card.tsx';
import { channelsQuery, practiceQuery } from './channels-queries.ts';

/** The first steps of a new company. */
export function WelcomePage() {
  const { t } = useTranslation('channels');
  const { data: me } = useQuery(meQuery);
  const { data: channels, isPending: isReadingChannels } = useQuery(channelsQuery);
  const { isPending: isReadingPractice } = useQuery(practiceQuery);
  const isManager = useIsManager();
  const staffText = channels?.length === 0 ? 'welcome.staff' : 'welcome.ready';
  // All cards appear together, so that no card moves while it is read.
  const isReady = !isReadingChannels && !isReadingPractice;
  const firstName = me?.full_name.split(' ')[0] ?? '';

  return (
    <Page title={t('welcome.title', { name: firstName })} text={t(isManager ? 'welcome.text' : staffText)}>
      {isManager && isReady && (
        <>
          <PracticeCard />
          <Card title={t('logIn.title')} text={t('logIn.text')}>
            <ConnectButtons />
          </Card>
          <Card title={t('bookings.title')} text={t('bookings.text')}>
            <Button component={Link} to="/welcome/booking">
              {t('bookings.start')}
            </Button>
          </Card>
          <Card title={t('invite.title')} text={t('invite.text')}>
            <InviteForm />
          </Card>
        </>
      )}
    </Page>
  );
}
