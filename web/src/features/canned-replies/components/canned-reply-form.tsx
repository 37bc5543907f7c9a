import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isShownByFields, refusedFields } from '#web/lib/api/error-words.ts';
import { FormError } from '#web/ui/form-error.tsx';
import type { CannedReply, CannedReplyValues } from '../canned-replies-queries.ts';

/** The limits of the API. */
const MAX_TITLE_LENGTH = 100;
const MAX_SHORTCUT_LENGTH = 32;
const MAX_TEXT_LENGTH = 5_000;

const VARIABLES = { contact: '{{contact.name}}', pet: '{{pet.name}}', user: '{{user.name}}' };
const EMPTY: CannedReplyValues = { title: '', shortcut: '', text: '' };

interface CannedReplyFormProps {
  /** Left out: a new canned reply. */
  reply?: CannedReply;
  submit: string;
  save: (values: CannedReplyValues) => Promise<void>;
}

/** Title, shortcut and text of a canned reply. The form of a new one is empty again after it is saved. */
export function CannedReplyForm({ reply, submit, save }: CannedReplyFormProps) {
  const { t } = useTranslation('settings');
  const { title, shortcut, text } = reply ?? EMPTY;
  const form = useForm<CannedReplyValues>({ initialValues: { title, shortcut, text } });
  const saving = useMutation({
    mutationFn: save,
    onSuccess: () => form.reset(),
    onError: (error) => form.setErrors(refusedFields(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      {!isShownByFields(saving.error) && <FormError error={saving.error} />}
      <TextInput
        {...form.getInputProps('title')}
        label={t('canned.title')}
        description={t('canned.titleHint')}
        maxLength={MAX_TITLE_LENGTH}
        data-autofocus
        required
        mb="md"
      />
      <TextInput
        {...form.getInputProps('shortcut')}
        label={t('canned.shortcut')}
        description={t('canned.shortcutHint')}
        leftSection="/"
        autoCapitalize="none"
        autoComplete="off"
        maxLength={MAX_SHORTCUT_LENGTH}
        required
        mb="md"
      />
      <Textarea
        {...form.getInputProps('text')}
        label={t('canned.message')}
        description={t('canned.messageHint', VARIABLES)}
        maxLength={MAX_TEXT_LENGTH}
        rows={5}
        required
        mb="md"
      />
      <Button type="submit" loading={saving.isPending}>
        {submit}
      </Button>
    </form>
  );
}
