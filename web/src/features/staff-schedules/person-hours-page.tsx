import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type User, usersQuery } from '#web/features/users/users-queries.ts';
import { toast } from '#web/lib/toast.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { Page } from '#web/ui/page.tsx';
import { ScheduleForm } from './components/schedule-form.tsx';
import { scheduleBody } from './schedule-draft.ts';
import { putSchedule, type Schedule, schedulesQuery } from './schedules-queries.ts';

/** The working hours of one person. */
export function PersonHoursPage() {
  const { t } = useTranslation('schedules');
  const { userId } = useParams({ from: '/staff/settings/hours/$userId' });
  const { data: users } = useQuery(usersQuery);
  const { data: schedules, error, refetch } = useQuery(schedulesQuery);
  if (error && !schedules) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!users || !schedules) return null;
  const user = users.find(({ _id }) => _id === userId);
  if (!user) return <EmptyState title={t('nobody')} />;
  return <HoursEditor key={userId} user={user} schedule={schedules.find(({ staff_id }) => staff_id === userId)} />;
}

/** Keeps the hours as they were read: a change of a colleague must not replace what the user types. */
function HoursEditor({ user, schedule }: { user: User; schedule: Schedule | undefined }) {
  const { t } = useTranslation('schedules');
  const navigate = useNavigate();
  const [opened] = useState(schedule);
  const name = user.full_name || user.email;
  return (
    <Page title={t('titleOf', { name })} text={t('textOf', { name })}>
      <Link to="/settings/hours">{t('back')}</Link>
      <ScheduleForm
        name={name}
        schedule={opened}
        save={async (draft) => {
          await putSchedule(user._id, opened, scheduleBody(draft, opened));
          toast({ message: t('saved', { name }) });
          await navigate({ to: '/settings/hours' });
        }}
      />
    </Page>
  );
}
