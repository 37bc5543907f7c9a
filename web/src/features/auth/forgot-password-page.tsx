import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, call } from '#web/lib/api/client.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { AuthCard } from './components/auth-card.tsx';

/** Asks for a mailed link that sets a new password. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('auth');
  const email = useLocation({ select: ({ state }) => state.email ?? '' });
  const form = useForm({ initialValues: { email } });
  const ask = useMutation({
    mutationFn: (body: { email: string }) => call(api.POST('/api/v1/auth/forgot-password', { body })),
  });
  const links = <Link to="/login">{t('forgot.login')}</Link>;

  if (ask.isSuccess) {
    return (
      <AuthCard
        title={t('forgot.sentTitle')}
        text={t('forgot.sent', { email: ask.variables.email })}
        links={
          <>
            <Link to="/forgot-password" onClick={() => ask.reset()}>
              {t('forgot.again')}
            </Link>
            {links}
          </>
        }
      />
    );
  }
  return (
    <AuthCard title={t('forgot.title')} text={t('forgot.text')} links={links}>
      <form onSubmit={form.onSubmit((values) => ask.mutate(values))}>
        <FormError error={ask.error} />
        <TextInput
          {...form.getInputProps('email')}
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          autoFocus
          mb="lg"
        />
        <Button type="submit" fullWidth loading={ask.isPending}>
          {t('forgot.submit')}
        </Button>
      </form>
    </AuthCard>
  );
}
