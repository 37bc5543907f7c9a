import '@mantine/core/styles/CloseButton.css';
import { Button, FileInput, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '#web/lib/toast.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { importArticles, type ImportResult } from '../knowledge-queries.ts';
import classes from '../knowledge.module.css';

/** Imports a file or a pasted text: first a preview with all problems, then the import. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('knowledge');
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const source = (): File => file ?? new File([text], 'text.txt', { type: 'text/plain' });
  const check = useMutation({ mutationFn: () => importArticles(source(), true) });
  const run = useMutation({
    mutationFn: () => importArticles(source(), false),
    onSuccess: ({ created, updated }) => {
      toast({ message: t('import.done', { count: created + updated }) });
      onClose();
    },
  });
  const plan = check.data;
  const isReady = plan !== undefined && plan.problems.length === 0;
  return (
    <CardDialog title={t('import.title')} isWide onClose={onClose}>
      <p className={classes.hint}>{t('import.csv')}</p>
      <p className={classes.hint}>{t('import.text')}</p>
      <FormError error={run.error ?? check.error} />
      <FileInput
        label={t('import.file')}
        accept=".csv,.txt,.md,text/csv,text/plain"
        value={file}
        clearable
        onChange={(chosen) => {
          setFile(chosen);
          check.reset();
        }}
        mb="md"
      />
      {!file && (
        <Textarea
          label={t('import.paste')}
          placeholder={t('import.example')}
          rows={6}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            check.reset();
          }}
          mb="md"
        />
      )}
      {plan && <Plan plan={plan} />}
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        {isReady ? (
          <Button loading={run.isPending} onClick={() => run.mutate()}>
            {t('import.run', { count: plan.created + plan.updated })}
          </Button>
        ) : (
          <Button loading={check.isPending} disabled={!file && text.trim() === ''} onClick={() => check.mutate()}>
            {t('import.check')}
          </Button>
        )}
      </DialogButtons>
    </CardDialog>
  );
}

function Plan({ plan: { created, updated, unchanged, articles, problems } }: { plan: ImportResult }) {
  const { t } = useTranslation('knowledge');
  return (
    <div role="status">
      <p className={problems.length > 0 ? classes.abstained : classes.hint}>
        {problems.length > 0
          ? t('import.problems', { count: problems.length })
          : t('import.plan', { created, updated, unchanged })}
      </p>
      <ul className={classes.snippets}>
        {problems.map(({ row, problems: ofRow }) => (
          <li key={row} className={classes.snippet}>
            <strong className={classes.source}>{t('import.row', { row })}</strong>
            {ofRow.map(({ code, column, message, details }) => (
              <p key={`${code}${column}`} className={classes.text}>
                {t(`problems.${code as 'VALUE_MISSING'}`, {
                  defaultValue: message,
                  ...details,
                  column: column ? t(`columns.${column as 'title'}`) : '',
                })}
              </p>
            ))}
          </li>
        ))}
        {problems.length === 0 &&
          articles.map(({ row, title, excerpt, outcome }) => (
            <li key={row} className={classes.snippet}>
              <strong className={classes.source}>{title}</strong>
              <span className={classes.score}>{t(`import.outcomes.${outcome}`)}</span>
              <p className={classes.text}>{excerpt}</p>
            </li>
          ))}
      </ul>
    </div>
  );
}
