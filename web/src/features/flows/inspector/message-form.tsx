import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../builder-context.ts';
import { type Attachment, ATTACHMENT_TYPES, LIMITS, type NodeOf } from '../flow-graph.ts';
import { removeChoice } from '../graph-edits.ts';
import { ChannelLimits } from './channel-limits.tsx';
import { LabelsField } from './labels-field.tsx';
import { More } from './more.tsx';
import { useNodeForm } from './node-form.ts';
import { TemplateField } from './template-field.tsx';
import classes from './inspector.module.css';

/** What the flow says, with buttons and files. */
export function MessageForm({ node }: { node: NodeOf<'message'> }) {
  const { t } = useTranslation('flows');
  const { editor } = useBuilder();
  const { text, buttons = [], attachments = [], list_button } = node.data;
  const { set } = useNodeForm(node);
  return (
    <>
      <TemplateField
        label={t('fields.text')}
        nodeId={node.id}
        field="text"
        value={text}
        maxLength={LIMITS.text}
        onChange={(value) => set('text', value)}
      />
      <LabelsField
        label={t('fields.buttons')}
        field="buttons"
        labels={buttons}
        add={t('fields.addButton')}
        onChange={(labels) => set('buttons', labels)}
        onRemove={(index) => editor.edit((graph) => removeChoice(graph, node.id, index))}
      />
      {buttons.length > 0 && <p className={classes.hint}>{t('fields.buttonsHint')}</p>}
      <ChannelLimits text={text} buttons={buttons.length} />
      <More label={t('fields.moreMessage')}>
        {buttons.length > 0 && (
          <TextInput
            data-field="list_button"
            label={t('fields.listButton')}
            description={t('fields.listButtonHint')}
            value={list_button ?? ''}
            maxLength={LIMITS.listButton}
            onChange={({ currentTarget }) => set('list_button', currentTarget.value || undefined)}
          />
        )}
        <AttachmentsField
          attachments={attachments}
          onChange={(files) => set('attachments', files.length > 0 ? files : undefined)}
        />
      </More>
    </>
  );
}

interface AttachmentsFieldProps {
  attachments: readonly Attachment[];
  onChange: (attachments: Attachment[]) => void;
}

function AttachmentsField({ attachments, onChange }: AttachmentsFieldProps) {
  const { t } = useTranslation('flows');
  const change = (index: number, part: Partial<Attachment>) =>
    onChange(attachments.map((file, place) => (place === index ? { ...file, ...part } : file)));
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('fields.files')}</legend>
      {attachments.map(({ type, url }, index) => (
        <div key={index} className={classes.line}>
          <NativeSelect
            aria-label={t('fields.fileType', { number: index + 1 })}
            value={type}
            data={ATTACHMENT_TYPES.map((value) => ({ value, label: t(`fileTypes.${value}`) }))}
            onChange={({ currentTarget }) => change(index, { type: currentTarget.value as Attachment['type'] })}
          />
          <TextInput
            className={classes.grow ?? ''}
            aria-label={t('fields.fileUrl', { number: index + 1 })}
            placeholder="https://"
            value={url}
            maxLength={LIMITS.url}
            onChange={({ currentTarget }) => change(index, { url: currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('fields.removeFile', { number: index + 1 })}
            onClick={() => onChange(attachments.filter((_, place) => place !== index))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPaperclip size={16} aria-hidden />}
          disabled={attachments.length >= LIMITS.attachments}
          onClick={() => onChange([...attachments, { type: 'image', url: '' }])}
        >
          {t('fields.addFile')}
        </Button>
      </div>
    </fieldset>
  );
}
