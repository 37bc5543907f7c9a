import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';

/** The limits of the API. */
const MAX_TEXT_LENGTH = 6_000;
const MAX_NOTE_LENGTH = 300;
const ROWS = 16;

export interface PromptTexts {
  text: string;
  note: string;
}

interface PromptEditorProps {
  texts: PromptTexts;
  isChanged: boolean;
  onChange: (texts: PromptTexts) => void;
  save: () => Promise<void>;
}

/** The text of a draft. */
export function PromptEditor({ texts, isChanged, onChange, save }: PromptEditorProps) {
  const { t } = useTranslation('assistant');
  const saving = useMutation({ mutationFn: save, onSuccess: () => toast({ message: t('saved') }) });
  return (
    <Card title={t('prompts.words')} text={t('prompts.wordsHint')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <FormError error={saving.error} />
        <Textarea
          aria-label={t('prompts.words')}
          rows={ROWS}
          maxLength={MAX_TEXT_LENGTH}
          required
          value={texts.text}
          onChange={({ currentTarget }) => onChange({ ...texts, text: currentTarget.value })}
          mb="md"
        />
        <TextInput
          label={t('prompts.note')}
          description={t('prompts.noteHint')}
          maxLength={MAX_NOTE_LENGTH}
          value={texts.note}
          onChange={({ currentTarget }) => onChange({ ...texts, note: currentTarget.value })}
          mb="md"
        />
        <Button type="submit" variant="default" loading={saving.isPending} disabled={!isChanged}>
          {t('prompts.save')}
        </Button>
      </form>
    </Card>
  );
}
