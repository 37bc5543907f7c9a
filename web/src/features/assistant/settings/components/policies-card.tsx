import { ActionIcon, Button, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import type { SettingsDraft } from '../settings-draft.ts';
import classes from '../settings.module.css';

const MAX_POLICIES = 30;
const MAX_POLICY_LENGTH = 500;

/** Rules of the company that the assistant may tell customers word for word. */
export function PoliciesCard({ form }: { form: UseFormReturnType<SettingsDraft> }) {
  const { t } = useTranslation('assistant');
  const { policies } = form.values;
  return (
    <Card title={t('policies.title')} text={t('policies.text')}>
      {policies.map((_, index) => (
        <div key={index} className={classes.policy}>
          <Textarea
            {...form.getInputProps(`policies.${index}`)}
            aria-label={t('policies.one', { number: index + 1 })}
            placeholder={t('policies.example')}
            rows={2}
            maxLength={MAX_POLICY_LENGTH}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('policies.remove', { number: index + 1 })}
            onClick={() => form.removeListItem('policies', index)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {policies.length < MAX_POLICIES && (
        <Button
          size="sm"
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => form.insertListItem('policies', '')}
        >
          {t('policies.add')}
        </Button>
      )}
    </Card>
  );
}
