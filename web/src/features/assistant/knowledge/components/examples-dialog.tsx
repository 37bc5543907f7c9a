import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { Button, Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { examplesIn } from '../example-articles.ts';
import { addArticle } from '../knowledge-queries.ts';
import classes from '../knowledge.module.css';

/** Adds ready texts for a pet shop as drafts, which nobody finds until they are edited and switched on. */
export function ExamplesDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('knowledge');
  const examples = examplesIn(i18n.language);
  const [chosen, setChosen] = useState<readonly string[]>(examples.map(({ title }) => title));
  const add = useMutation({
    mutationFn: async () => {
      for (const example of examples.filter(({ title }) => chosen.includes(title)))
        await addArticle({ ...example, active: false });
    },
    onSuccess: onClose,
  });
  const toggle = (title: string, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, title] : chosen.filter((one) => one !== title));
  return (
    <CardDialog title={t('examples.title')} isWide onClose={onClose}>
      <p className={classes.hint}>{t('examples.text')}</p>
      <FormError error={add.error} />
      {examples.map(({ title, content }) => (
        <Checkbox
          key={title}
          label={title}
          description={content}
          checked={chosen.includes(title)}
          onChange={({ currentTarget }) => toggle(title, currentTarget.checked)}
          mb="sm"
        />
      ))}
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button loading={add.isPending} disabled={chosen.length === 0} onClick={() => add.mutate()}>
          {t('examples.add', { count: chosen.length })}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
