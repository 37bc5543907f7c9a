import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#web/lib/api/api-error.ts';
import { errorWords } from '#web/lib/api/error-words.ts';
import { api, call } from '#web/lib/api/client.ts';
import { COOKIE_SESSION } from '#web/lib/session/access-token.ts';
import { logIn } from '#web/lib/session/session.ts';
import { AuthCard } from './components/auth-card.tsx';

/** Logs in by e-mail address and password. */
export function LoginPage() {
  const { t } = useTranslation('auth');
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm({ initialValues: { email: '', password: '' } });

  const submit = async (values: { email: string; password: string }) => {
    setBusy(true);
    setError(null);
    try {
      const { tokens } = await call(api.POST('/api/v1/auth/login', { body: values, headers: COOKIE_SESSION }));
      logIn(tokens);
    } catch (failure) {
      setError(failure as ApiError);
      setBusy(false);
    }
  };

  return (
    <AuthCard title={t('login.title')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        {error && (
          <Alert color="red" role="alert" mb="md">
            {errorWords(error)}
          </Alert>
        )}
        <TextInput
          {...form.getInputProps('email')}
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          autoFocus
          mb="sm"
        />
        <PasswordInput
          {...form.getInputProps('password')}
          label={t('password')}
          autoComplete="current-password"
          required
          mb="lg"
        />
        <Button type="submit" fullWidth loading={busy}>
          {t('login.submit')}
        </Button>
      </form>
    </AuthCard>
  );
}
