import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { companyQuery } from '#web/lib/session/session.ts';
import { useGraph } from '../builder-context.ts';
import { FIXED_PATHS, type PathGroup, preview, variablesBefore } from '../flow-variables.ts';
import classes from './template-field.module.css';

interface TemplateFieldProps {
  label: string;
  description?: string;
  /** The node that the text belongs to: earlier nodes give the variables. */
  nodeId: string;
  field: string;
  value: string;
  maxLength: number;
  /** One line, without a preview. */
  isShort?: boolean;
  /** Names of secrets that may be put in, too. */
  secrets?: readonly string[];
  onChange: (value: string) => void;
}

/** A text with variables, which are picked from a list and shown filled in below. */
export function TemplateField({ label, nodeId, field, value, isShort = false, onChange, ...rest }: TemplateFieldProps) {
  const { description, maxLength, secrets = [] } = rest;
  const { t } = useTranslation('flows');
  const input = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const own = variablesBefore(useGraph(), nodeId);
  const examples = useExamples();

  const insert = (path: string) => {
    const { selectionStart, selectionEnd } = input.current ?? { selectionStart: null, selectionEnd: null };
    const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length];
    const placeholder = `{{${path}}}`;
    onChange(`${value.slice(0, from)}${placeholder}${value.slice(to)}`.slice(0, maxLength));
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(from + placeholder.length, from + placeholder.length);
    });
  };
  const common = {
    ref: input,
    label,
    value,
    maxLength,
    'data-field': field,
    ...(description ? { description } : {}),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value),
  };
  return (
    <div className={classes.field}>
      {isShort ? <TextInput {...common} /> : <Textarea {...common} autosize={false} rows={4} />}
      <NativeSelect
        size="xs"
        className={classes.pick ?? ''}
        aria-label={t('variables.insertInto', { field: label })}
        value=""
        onChange={({ currentTarget }) => currentTarget.value && insert(currentTarget.value)}
      >
        <option value="">{t('variables.insert')}</option>
        {own.length > 0 && (
          <optgroup label={t('variables.groups.vars')}>
            {own.map((name) => (
              <option key={name} value={`vars.${name}`}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
        {(Object.keys(FIXED_PATHS) as PathGroup[]).map((group) => (
          <optgroup key={group} label={t(`variables.groups.${group}`)}>
            {FIXED_PATHS[group].map((path) => (
              <option key={path} value={path}>
                {t(`variables.names.${path.replace('.', '_') as VariableKey}`)}
              </option>
            ))}
          </optgroup>
        ))}
        {secrets.length > 0 && (
          <optgroup label={t('variables.groups.secrets')}>
            {secrets.map((name) => (
              <option key={name} value={`secret.${name}`}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </NativeSelect>
      {!isShort && value.includes('{{') && (
        <p className={classes.preview}>
          <span className={classes.previewLabel}>{t('variables.preview')}</span>
          {preview(value, examples).map((part, index) =>
            part.kind === 'text' ? (
              part.text
            ) : (
              <mark key={index} className={classes.value} data-unknown={!part.isKnown || undefined}>
                {part.text}
              </mark>
            ),
          )}
        </p>
      )}
    </div>
  );
}

type Underscored<Path extends string> = Path extends `${infer A}.${infer B}` ? `${A}_${B}` : never;
type VariableKey = Underscored<(typeof FIXED_PATHS)[PathGroup][number]>;

/** A value for each path, in the user's language. */
function useExamples(): Record<string, string> {
  const { t } = useTranslation('flows');
  const { data: company } = useQuery(companyQuery);
  const paths = (Object.keys(FIXED_PATHS) as PathGroup[]).flatMap((group) => [...FIXED_PATHS[group]]);
  const examples = paths.map(
    (path) => [path, t(`variables.examples.${path.replace('.', '_') as VariableKey}`)] as const,
  );
  return { ...Object.fromEntries(examples), ...(company ? { 'company.name': company.name } : {}) };
}
