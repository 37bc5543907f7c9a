import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActionData, type ActionOf, HTTP_METHODS, LIMITS, type NodeOf } from '../flow-graph.ts';
import { useFlowNames } from '../use-flow-names.ts';
import { useNodeForm } from './node-form.ts';
import { TemplateField } from './template-field.tsx';
import { VariableField } from './variable-field.tsx';
import classes from './inspector.module.css';

type ApiCall = ActionOf<'api_call'>;

/** A request to another system. */
export function ApiCallForm({ node, data }: { node: NodeOf<'action'>; data: ApiCall }) {
  const { t } = useTranslation('flows');
  const { set } = useNodeForm<ActionData>(node);
  return (
    <>
      <NativeSelect
        data-field="method"
        label={t('fields.method')}
        value={data.method}
        data={[...HTTP_METHODS]}
        onChange={({ currentTarget }) => set('method', currentTarget.value)}
      />
      <TemplateField
        label={t('fields.url')}
        description={t('fields.urlHint')}
        nodeId={node.id}
        field="url"
        value={data.url}
        maxLength={LIMITS.url}
        isShort
        onChange={(value) => set('url', value)}
      />
      <HeadersField node={node} headers={data.headers ?? {}} onChange={(headers) => set('headers', headers)} />
      {data.method !== 'GET' && (
        <TemplateField
          label={t('fields.body')}
          description={t('fields.bodyHint')}
          nodeId={node.id}
          field="body"
          value={data.body ?? ''}
          maxLength={LIMITS.body}
          onChange={(value) => set('body', value || undefined)}
        />
      )}
      <VariableField
        label={t('fields.saveAs.api_call')}
        field="save_as"
        value={data.save_as ?? ''}
        onChange={(name) => set('save_as', name || undefined)}
      />
    </>
  );
}

interface HeadersFieldProps {
  node: NodeOf<'action'>;
  headers: Readonly<Record<string, string>>;
  onChange: (headers: Record<string, string> | undefined) => void;
}

/** Lines of name and value. A line without a name is not part of the flow yet. */
function HeadersField({ node, headers, onChange }: HeadersFieldProps) {
  const { t } = useTranslation('flows');
  const { secrets } = useFlowNames();
  const [lines, setLines] = useState<[string, string][]>(() => Object.entries(headers));
  const change = (next: [string, string][]) => {
    setLines(next);
    const named = next.filter(([name]) => name.trim() !== '');
    onChange(named.length > 0 ? Object.fromEntries(named) : undefined);
  };
  const put = (index: number, line: [string, string]) =>
    change(lines.map((other, place) => (place === index ? line : other)));
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('fields.headers')}</legend>
      {lines.map(([name, value], index) => (
        <div key={index} className={classes.group}>
          <div className={classes.line}>
            <TextInput
              className={classes.grow ?? ''}
              aria-label={t('fields.headerName', { number: index + 1 })}
              placeholder="Authorization"
              value={name}
              maxLength={LIMITS.short}
              onChange={({ currentTarget }) => put(index, [currentTarget.value, value])}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('fields.removeHeader', { number: index + 1 })}
              onClick={() => change(lines.filter((_, place) => place !== index))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </div>
          <TemplateField
            label={t('fields.headerValue', { number: index + 1 })}
            nodeId={node.id}
            field={`headers.${index}`}
            value={value}
            maxLength={LIMITS.url}
            isShort
            secrets={secrets}
            onChange={(text) => put(index, [name, text])}
          />
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={lines.length >= LIMITS.headers}
          onClick={() => setLines([...lines, ['', '']])}
        >
          {t('fields.addHeader')}
        </Button>
      </div>
    </fieldset>
  );
}
