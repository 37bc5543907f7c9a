import type { PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '#web/ui/password-field.tsx';

const MIN_PASSWORD_LENGTH = 8;
/** The API takes at most 72 bytes. */
const MAX_PASSWORD_LENGTH = 72;

/** The field of a password that the user chooses. */
export function NewPasswordInput(props: PasswordInputProps) {
  const { t } = useTranslation('auth');
  return (
    <PasswordField
      label={t('newPassword')}
      description={t('passwordHint')}
      autoComplete="new-password"
      minLength={MIN_PASSWORD_LENGTH}
      maxLength={MAX_PASSWORD_LENGTH}
      required
      {...props}
    />
  );
}
