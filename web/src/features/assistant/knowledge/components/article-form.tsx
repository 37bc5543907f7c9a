import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/PillsInput.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Button, NativeSelect, SegmentedControl, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { isShownByFields, refusedFields } from '#web/lib/api/error-words.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { type Article, previewQuery } from '../knowledge-queries.ts';
import { ARTICLE_LANGUAGES, languageName } from '../language-names.ts';
import classes from '../knowledge.module.css';

/** The limits of the API. */
const MAX_TITLE_LENGTH = 200;
const MAX_CONTENT_LENGTH = 20_000;
const MAX_SYNONYMS = 20;

export type ArticleFields = Pick<Article, 'kind' | 'title' | 'content' | 'synonyms' | 'language' | 'active'>;

interface ArticleFormProps {
  initial: ArticleFields;
  save: (fields: ArticleFields) => Promise<unknown>;
}

/** Title, text, other words and language of an article, with a preview of what is stored. */
export function ArticleForm({ initial, save }: ArticleFormProps) {
  const { t, i18n } = useTranslation('knowledge');
  const form = useForm<ArticleFields>({ initialValues: initial });
  const saving = useMutation({
    mutationFn: save,
    onSuccess: () => form.resetDirty(),
    onError: (error) => form.setErrors(refusedFields(error)),
  });
  const { kind } = form.values;
  const tags = [...new Set([...ARTICLE_LANGUAGES, initial.language])];
  return (
    <>
      <Card title={t('editor.text')}>
        <form onSubmit={form.onSubmit((fields) => saving.mutate(fields))}>
          {!isShownByFields(saving.error) && <FormError error={saving.error} />}
          <SegmentedControl
            {...form.getInputProps('kind')}
            aria-label={t('kind')}
            data={(['faq', 'article'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
            mb="md"
          />
          <TextInput
            {...form.getInputProps('title')}
            label={t(`editor.title.${kind}`)}
            maxLength={MAX_TITLE_LENGTH}
            required
            mb="md"
          />
          <Textarea
            {...form.getInputProps('content')}
            label={t(`editor.content.${kind}`)}
            description={t(`editor.hint.${kind}`)}
            maxLength={MAX_CONTENT_LENGTH}
            rows={kind === 'faq' ? 5 : 14}
            required
            mb="md"
          />
          <TagsInput
            {...form.getInputProps('synonyms')}
            label={t('editor.synonyms')}
            description={t('editor.synonymsHint')}
            maxTags={MAX_SYNONYMS}
            mb="md"
          />
          <NativeSelect
            {...form.getInputProps('language')}
            label={t('language')}
            data={tags.map((value) => ({ value, label: languageName(value, i18n.language) }))}
            mb="md"
          />
          <Switch
            {...form.getInputProps('active', { type: 'checkbox' })}
            label={t('editor.active')}
            description={t('editor.activeHint')}
            mb="md"
          />
          <Button type="submit" loading={saving.isPending}>
            {t('editor.save')}
          </Button>
        </form>
      </Card>
      <Preview fields={form.values} />
    </>
  );
}

function Preview({ fields }: { fields: ArticleFields }) {
  const { t } = useTranslation('knowledge');
  const { title, content, kind } = useDeferredValue(fields);
  const { data: preview } = useQuery(previewQuery({ title: title.trim(), content: content.trim(), kind }));
  if (!preview) return null;
  const { removed_markup, removed_invisible, chunks } = preview;
  const removed = removed_markup + removed_invisible;
  return (
    <Card title={t('preview.title')} text={t('preview.text', { count: chunks.length })}>
      {removed > 0 && <p className={classes.abstained}>{t('preview.removed', { count: removed })}</p>}
      <ol className={classes.snippets}>
        {chunks.map((chunk, place) => (
          <li key={place} className={classes.snippet}>
            <strong className={classes.source}>{chunk.title}</strong>
            <p className={classes.text}>{chunk.text}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
