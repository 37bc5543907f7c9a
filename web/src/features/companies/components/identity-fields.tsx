import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import type { CompanyFields } from '../company-fields.ts';

const MAX_NAME_LENGTH = 120;
const SLUG_LENGTH = { minLength: 3, maxLength: 60 };

export function IdentityFields({ form }: { form: UseFormReturnType<CompanyFields> }) {
  const { t } = useTranslation('company');
  return (
    <Card title={t('identity.title')}>
      <TextInput
        {...form.getInputProps('name')}
        label={t('identity.name')}
        autoComplete="organization"
        maxLength={MAX_NAME_LENGTH}
        required
        mb="md"
      />
      <TextInput
        {...form.getInputProps('slug')}
        {...SLUG_LENGTH}
        label={t('identity.slug')}
        description={t('identity.slugHint')}
        autoCapitalize="none"
        spellCheck={false}
        required
      />
    </Card>
  );
}
