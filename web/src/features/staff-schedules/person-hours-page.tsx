import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usersQuery } from '#web/features/users/users-queries.ts';
import { toast } from '#web/lib/toast.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { Page } from '#web/ui/page.tsx';
import { ScheduleForm } from './components/schedule-form.tsx';
import { scheduleBody } from './schedule-draft.ts';
import { putSchedule, schedulesQuery } from './schedules-queries.ts';

/** The working hours of one person. */
export function PersonHoursPage() {
  const { t } = useTranslation('schedules');
  const navigate = useNavigate();
  const { userId } = useParams({ from: '/staff/settings/hours/$userId' });
  const { data: users } = useQuery(usersQuery);
  const { data: schedules, error, refetch } = useQuery(schedulesQuery);
  if (error && !schedules) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!users || !schedules) return null;
  const user = users.find(({ _id }) => _id === userId);
  if (!user) return <EmptyState title={t('nobody')} />;
  const name = user.full_name || user.email;
  const schedule = schedules.find(({ staff_id }) => staff_id === userId);
  return (
    <Page title={t('titleOf', { name })} text={t('textOf', { name })}>
      <Link to="/settings/hours">{t('back')}</Link>
      <ScheduleForm
        key={schedule?.version}
        name={name}
        schedule={schedule}
        save={async (draft) => {
          await putSchedule(userId, schedule, scheduleBody(draft, schedule));
          toast({ message: t('saved', { name }) });
          await navigate({ to: '/settings/hours' });
        }}
      />
    </Page>
  );
}
