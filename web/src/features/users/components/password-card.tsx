import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { NewPasswordInput } from '#web/features/auth/components/new-password-input.tsx';
import { ApiError } from '#web/lib/api/api-error.ts';
import { refusedFields } from '#web/lib/api/error-words.ts';
import { toast } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { useChangePassword } from '../profile-queries.ts';

/** Codes of errors that a field shows. */
const SHOWN_BY_FIELDS: readonly unknown[] = ['VALIDATION_ERROR', 'INVALID_CREDENTIALS'];

/** Changes the password with the current one. */
export function PasswordCard({ email }: { email: string }) {
  const { t } = useTranslation('profile');
  const change = useChangePassword();
  const form = useForm({ initialValues: { current_password: '', password: '' } });
  const code = change.error instanceof ApiError ? change.error.code : undefined;

  const submit = (values: typeof form.values) =>
    change.mutate(values, {
      onSuccess: () => {
        form.reset();
        toast({ message: t('password.changed') });
      },
      onError: (error) =>
        form.setErrors(
          error instanceof ApiError && error.code === 'INVALID_CREDENTIALS'
            ? { current_password: t('password.wrong') }
            : refusedFields(error),
        ),
    });

  return (
    <Card title={t('password.title')} text={t('password.text')}>
      <form onSubmit={form.onSubmit(submit)}>
        {!SHOWN_BY_FIELDS.includes(code) && <FormError error={change.error} />}
        {/* Tells password managers whose password it is. */}
        <input type="email" value={email} autoComplete="username" readOnly hidden />
        <PasswordField
          {...form.getInputProps('current_password')}
          label={t('password.current')}
          autoComplete="current-password"
          required
          mb="sm"
        />
        <NewPasswordInput {...form.getInputProps('password')} mb="md" />
        <Button type="submit" loading={change.isPending}>
          {t('password.submit')}
        </Button>
      </form>
    </Card>
  );
}
