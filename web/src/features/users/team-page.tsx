import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { InviteForm } from './components/invite-form.tsx';
import { TeamList } from './components/team-list.tsx';
import { followPresence } from './presence-queries.ts';
import { usersQuery } from './users-queries.ts';

followPresence();

/** The people of the company, and invitations to more. */
export function TeamPage() {
  const { t } = useTranslation(['settings', 'channels', 'profile']);
  const { data: users, error } = useQuery(usersQuery);
  return (
    <Page title={t('pages.team')} text={t('team.explained')}>
      <Card title={t('channels:invite.title')} text={t('channels:invite.text')}>
        <InviteForm />
      </Card>
      <Card title={t('team.list')}>
        <FormError error={error} />
        {users && <TeamList users={users} />}
      </Card>
      <Card title={t('team.roles.title')}>
        <RowList empty="">
          {(['owner', 'manager', 'staff'] as const).map((role) => (
            <li key={role}>
              <span>
                <strong>{t(`profile:roles.${role}`)}</strong>
                <small>{t(`team.roles.${role}`)}</small>
              </span>
            </li>
          ))}
        </RowList>
      </Card>
    </Page>
  );
}
