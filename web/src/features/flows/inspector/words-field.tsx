import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../flow-graph.ts';

interface WordsFieldProps {
  label: string;
  words: readonly string[];
  onChange: (words: string[]) => void;
}

/** Words or short phrases, with commas or line breaks between them. */
export function WordsField({ label, words, onChange }: WordsFieldProps) {
  const { t } = useTranslation('flows');
  const [typed, setTyped] = useState<string>();
  return (
    <Textarea
      data-field="words"
      label={label}
      description={t('fields.wordsHint')}
      placeholder={t('fields.wordsExample')}
      rows={2}
      value={typed ?? words.join(', ')}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(wordsOf(currentTarget.value));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

const wordsOf = (typed: string): string[] => {
  const words = typed.split(/[,\n]/).map((word) => word.trim().slice(0, LIMITS.short));
  return [...new Set(words.filter((word) => word !== ''))].slice(0, LIMITS.words);
};
