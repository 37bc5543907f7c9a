import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import type { Prompt } from '#web/features/assistant/assistant-types.ts';
import { type DiffLine, lineDiff } from '../line-diff.ts';
import classes from '../prompts.module.css';

const SIGNS = { same: ' ', removed: '−', added: '+' } as const;

interface DiffViewProps {
  prompt: Prompt;
  published: Prompt | undefined;
}

/** The differences between a version and the published one. */
export function DiffView({ prompt, published }: DiffViewProps) {
  const { t } = useTranslation('assistant');
  const text = useDeferredValue(prompt.text);
  if (!published || published._id === prompt._id) {
    return (
      <Card title={t('diff.title')}>
        <p className={classes.hint}>{t(published ? 'diff.self' : 'diff.noPublished')}</p>
      </Card>
    );
  }
  const lines = lineDiff(published.text, text);
  const count = (kind: DiffLine['kind']) => lines.filter((line) => line.kind === kind).length;
  const isSame = lines.every(({ kind }) => kind === 'same');
  const summary = isSame ? t('diff.same') : t('diff.counts', { added: count('added'), removed: count('removed') });
  return (
    <Card title={t('diff.title')} text={`${t('diff.against', { number: published.number })} ${summary}`}>
      {!isSame && (
        <div className={classes.diff} tabIndex={0} role="region" aria-label={t('diff.title')}>
          {lines.map(({ kind, text: line }, index) => (
            <p key={index} className={classes.line} data-kind={kind}>
              <span className={classes.sign} aria-hidden>
                {SIGNS[kind]}
              </span>
              {kind !== 'same' && <span className="pb-visually-hidden">{t(`diff.${kind}`)}: </span>}
              {line}
            </p>
          ))}
        </div>
      )}
    </Card>
  );
}
