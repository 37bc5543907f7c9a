import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { folded } from '#web/lib/folded.ts';
import { CardDialog } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { TemplateValuesForm } from './components/template-values-form.tsx';
import classes from './template-picker.module.css';
import { filledText } from './template-text.ts';
import { type Template, templatesQuery } from './templates-queries.ts';

/** A template that is ready to be sent. */
export interface PickedTemplate {
  /** The text that the customer reads. */
  content: string;
  template: { name: string; language: string; variables: Record<string, string> };
}

interface TemplatePickerProps {
  row: Row;
  onSend: (picked: PickedTemplate) => void;
  onClose: () => void;
}

/** Lets the user choose an approved template, fill in its values, and see the result before it is sent. */
export function TemplatePicker({ row, onSend, onClose }: TemplatePickerProps) {
  const { t } = useTranslation('templates');
  const [chosen, setChosen] = useState<Template>();
  if (!chosen) {
    return (
      <CardDialog title={t('picker.title')} isWide onClose={onClose}>
        <TemplateList channelId={row.channel_id} onPick={setChosen} />
      </CardDialog>
    );
  }
  const { name, language, components } = chosen;
  const send = (variables: Record<string, string>) =>
    onSend({ content: filledText(components, variables), template: { name, language, variables } });
  return (
    <CardDialog key={chosen._id} title={name} isWide onClose={onClose}>
      <TemplateValuesForm template={chosen} row={row} onSend={send} onBack={() => setChosen(undefined)} />
    </CardDialog>
  );
}

interface TemplateListProps {
  channelId: string | null;
  onPick: (template: Template) => void;
}

function TemplateList({ channelId, onPick }: TemplateListProps) {
  const { t } = useTranslation('templates');
  const [words, setWords] = useState('');
  const { data, error } = useQuery(templatesQuery);
  const wanted = folded(words.trim());
  const usable = (data ?? []).filter(
    ({ status, unsupported, channel_id }) => status === 'approved' && !unsupported && channel_id === channelId,
  );
  const found = usable.filter(({ name, components }) => folded(`${name} ${components.body}`).includes(wanted));
  return (
    <>
      <FormError error={error} />
      {usable.length > 0 && (
        <TextInput
          data-autofocus
          aria-label={t('search')}
          placeholder={t('search')}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          mb="sm"
        />
      )}
      <ul className={classes.list}>
        {found.map((template) => (
          <li key={template._id}>
            <button type="button" className={classes.choice} onClick={() => onPick(template)}>
              <span className={classes.name}>
                {template.name} <small>{template.language}</small>
              </span>
              <span className={classes.text}>{template.components.body}</span>
            </button>
          </li>
        ))}
      </ul>
      {data && found.length === 0 && (
        <p className={classes.none}>{usable.length === 0 ? t('picker.none') : t('picker.notFound', { words })}</p>
      )}
    </>
  );
}
