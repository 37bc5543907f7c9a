import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#web/lib/api/api-error.ts';
import { api, call } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { useIsManager } from '#web/lib/session/roles.ts';
import { meQuery, sessionState } from '#web/lib/session/session.ts';
import { useStore } from '#web/lib/store.ts';
import { Failure } from '#web/ui/failure.tsx';
import { AuthCard } from './components/auth-card.tsx';

/** Confirms the e-mail address by the token of a mailed link. */
async function verify(token: string): Promise<true> {
  await call(api.POST('/api/v1/auth/verify-email', { body: { token } }));
  if (sessionState.get() === 'in') void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  return true;
}

export function VerifyEmailPage() {
  const { t } = useTranslation('auth');
  const token = useLocation({ select: ({ state }) => state.linkToken });
  const isLoggedIn = useStore(sessionState) === 'in';
  const {
    data: isVerified,
    error,
    refetch,
  } = useQuery({
    queryKey: ['auth', 'verify-email', token],
    queryFn: () => verify(token ?? ''),
    enabled: token !== undefined,
    gcTime: Infinity,
  });
  const onwards = (
    <Button component={Link} to="/" fullWidth>
      {t(isLoggedIn ? 'verify.toApp' : 'login.submit')}
    </Button>
  );

  if (isVerified) {
    return (
      <AuthCard title={t('verify.doneTitle')} text={t('verify.done')}>
        {onwards}
        {isLoggedIn && <InviteLink />}
      </AuthCard>
    );
  }
  const isBadLink = token === undefined || (error instanceof ApiError && error.code === 'INVALID_LINK');
  if (isBadLink) {
    return (
      <AuthCard title={t('link.title')} text={t('link.verify')}>
        {onwards}
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t('verify.title')}>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Loader role="status" aria-label={t('verify.title')} />
      )}
    </AuthCard>
  );
}

function InviteLink() {
  const { t } = useTranslation('auth');
  if (!useIsManager()) return null;
  return (
    <Button component={Link} to="/settings/team" variant="default" fullWidth mt="sm">
      {t('verify.invite')}
    </Button>
  );
}
