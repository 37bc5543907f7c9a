import { Alert, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, call } from '#web/lib/api/client.ts';
import { COOKIE_SESSION } from '#web/lib/session/access-token.ts';
import { logIn } from '#web/lib/session/session.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { AuthCard } from './components/auth-card.tsx';

/** Logs in by e-mail address and password. */
export function LoginPage() {
  const { t } = useTranslation('auth');
  const notice = useLocation({ select: ({ state }) => state.notice });
  const form = useForm({ initialValues: { email: '', password: '' } });
  const login = useMutation({
    mutationFn: (body: { email: string; password: string }) =>
      call(api.POST('/api/v1/auth/login', { body, headers: COOKIE_SESSION })),
    onSuccess: ({ tokens }) => logIn(tokens),
  });

  const links = (
    <>
      <Link to="/forgot-password" state={{ email: form.values.email }}>
        {t('login.forgot')}
      </Link>
      <Link to="/register">{t('login.register')}</Link>
    </>
  );
  return (
    <AuthCard title={t('login.title')} links={links}>
      <form onSubmit={form.onSubmit((values) => login.mutate(values))}>
        {notice && !login.error && (
          <Alert role="status" mb="md">
            {t(`login.${notice}`)}
          </Alert>
        )}
        <FormError error={login.error} />
        <TextInput
          {...form.getInputProps('email')}
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          autoFocus
          mb="sm"
        />
        <PasswordField
          {...form.getInputProps('password')}
          label={t('password')}
          autoComplete="current-password"
          required
          mb="lg"
        />
        <Button type="submit" fullWidth loading={login.isPending}>
          {t('login.submit')}
        </Button>
      </form>
    </AuthCard>
  );
}
