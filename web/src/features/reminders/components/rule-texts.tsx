import { Button, NativeSelect, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeSettings } from '#web/lib/time/company-time.ts';
import { fieldsOf, LOCALES, type Locale, type RuleDraft, variablesOf } from '../rule-draft.ts';
import { RulePreview } from './rule-preview.tsx';
import classes from './rule-texts.module.css';

const MAX_TEXT = 1_000;
const TYPING_MS = 400;

/** The text in each language, with the values that can stand in it and what the customer would read. */
export function RuleTexts({ form }: { form: UseFormReturnType<RuleDraft> }) {
  const { t } = useTranslation('reminders');
  const [locale, setLocale] = useState<Locale>(firstLocale(form.values));
  const area = useRef<HTMLTextAreaElement>(null);
  const [draft] = useDebouncedValue(form.values, TYPING_MS);
  const path = `text.${locale}` as const;
  const insert = (name: string) => {
    const text = form.values.text[locale];
    const at = area.current?.selectionStart ?? text.length;
    form.setFieldValue(path, `${text.slice(0, at)}{{${name}}}${text.slice(area.current?.selectionEnd ?? at)}`);
    area.current?.focus();
  };
  const { kind, text, template } = fieldsOf(draft);
  return (
    <div className={classes.columns}>
      <div>
        <NativeSelect
          label={t('language')}
          value={locale}
          onChange={({ currentTarget }) => setLocale(currentTarget.value as Locale)}
          data={LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }))}
          mb="sm"
        />
        <Textarea
          ref={area}
          label={t('message')}
          description={t('messageHint')}
          value={form.values.text[locale]}
          onChange={({ currentTarget }) => form.setFieldValue(path, currentTarget.value)}
          error={form.errors['text']}
          maxLength={MAX_TEXT}
          rows={6}
        />
        <div className={classes.variables} role="group" aria-label={t('variables')}>
          {variablesOf(form.values.kind).map((name) => (
            <Button key={name} variant="default" size="compact-sm" onClick={() => insert(name)}>
              {t(`variableNames.${name.replace('.', '_') as 'date'}`)}
            </Button>
          ))}
        </div>
      </div>
      <RulePreview input={{ kind, text, template: template ?? null, locale }} channels={draft.channels} />
    </div>
  );
}

/** The language of the user if the rule has a text in it, else one that it has. */
function firstLocale({ text }: RuleDraft): Locale {
  const own = timeSettings.get().locale.slice(0, 2);
  const known = LOCALES.filter((locale) => text[locale]);
  const among = known.length > 0 ? known : LOCALES;
  return among.find((locale) => locale.startsWith(own)) ?? among[0] ?? 'en';
}
