import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#web/lib/api/api-error.ts';
import { api, call } from '#web/lib/api/client.ts';
import { refusedFields } from '#web/lib/api/error-words.ts';
import { logOut, sessionState } from '#web/lib/session/session.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { AuthCard } from './components/auth-card.tsx';
import { NewPasswordInput } from './components/new-password-input.tsx';

/** Sets a new password by a mailed link. */
export const ResetPasswordPage = () => <SetPasswordPage purpose="reset" />;

/** Sets the first password of somebody who was invited. */
export const AcceptInvitationPage = () => <SetPasswordPage purpose="invitation" />;

function SetPasswordPage({ purpose }: { purpose: 'reset' | 'invitation' }) {
  const { t } = useTranslation('auth');
  const navigate = useNavigate();
  const token = useLocation({ select: ({ state }) => state.linkToken });
  const form = useForm({ initialValues: { password: '' } });
  const setPassword = useMutation({
    mutationFn: async (body: { password: string }) => {
      const params = { path: { token: token ?? '' } };
      await call(api.POST('/api/v1/auth/reset-password/{token}', { params, body }));
      // A new password ends all log-ins of its user. A log-in of somebody else in this browser ends too.
      if (sessionState.get() === 'in') await logOut();
    },
    onSuccess: () => navigate({ to: '/login', state: { notice: 'passwordSet' }, replace: true }),
    onError: (error) => form.setErrors(refusedFields(error)),
  });
  const code = setPassword.error instanceof ApiError ? setPassword.error.code : undefined;

  if (token === undefined || code === 'INVALID_LINK') {
    return (
      <AuthCard
        title={t('link.title')}
        text={t(`link.${purpose}`)}
        links={<Link to="/login">{t('forgot.login')}</Link>}
      >
        <Button component={Link} to="/forgot-password" fullWidth>
          {t('link.again')}
        </Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t(`${purpose}.title`)} text={t(`${purpose}.text`)}>
      <form onSubmit={form.onSubmit((values) => setPassword.mutate(values))}>
        {code !== 'VALIDATION_ERROR' && <FormError error={setPassword.error} />}
        <NewPasswordInput {...form.getInputProps('password')} autoFocus mb="lg" />
        <Button type="submit" fullWidth loading={setPassword.isPending}>
          {t(`${purpose}.submit`)}
        </Button>
      </form>
    </AuthCard>
  );
}
