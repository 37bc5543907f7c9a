import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { plainDateWords } from '#web/lib/time/plain-date.ts';
import { toast } from '#web/lib/toast.ts';
import { CardDialog } from '#web/ui/card-dialog.tsx';
import { Card } from '#web/ui/card.tsx';
import { EditableRow } from '#web/ui/editable-row.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { addClosure, changeClosure, type Closure, closuresQuery, deleteClosure } from '../closures-queries.ts';
import { ClosureForm } from './closure-form.tsx';

/** Days on which the whole company is closed. */
export function ClosuresCard() {
  const { t } = useTranslation('timeOff');
  const today = dateOf(Date.now(), useTimeSettings());
  const { data: closures, error } = useQuery(closuresQuery(today));
  const [isAdding, setAdding] = useState(false);
  const add = async (fields: Parameters<typeof addClosure>[0]) => {
    await addClosure(fields);
    setAdding(false);
    toast({ message: t('closures.added') });
  };
  return (
    <Card title={t('closures.title')} text={t('closures.text')}>
      <FormError error={error} />
      {closures && (
        <RowList empty={t('closures.none')}>
          {closures.map((closure) => (
            <ClosureRow key={closure._id} closure={closure} />
          ))}
        </RowList>
      )}
      <Button mt="md" variant="default" onClick={() => setAdding(true)}>
        {t('closures.add')}
      </Button>
      {isAdding && (
        <CardDialog title={t('closures.add')} onClose={() => setAdding(false)}>
          <ClosureForm today={today} submit={t('closures.submit')} save={add} />
        </CardDialog>
      )}
    </Card>
  );
}

function ClosureRow({ closure }: { closure: Closure }) {
  const { t } = useTranslation('timeOff');
  const time = useTimeSettings();
  const { name, starts_on, ends_on, from, to, scope } = closure;
  const first = plainDateWords(starts_on, time);
  const days = starts_on === ends_on ? first : t('range', { first, last: plainDateWords(ends_on, time) });
  return (
    <EditableRow
      edit={{
        button: t('edit'),
        title: t('closures.editOne', { name }),
        form: (close) => (
          <ClosureForm
            closure={closure}
            today={starts_on}
            submit={t('save')}
            save={async (fields) => {
              await changeClosure(closure, fields);
              close();
            }}
          />
        ),
      }}
      remove={{
        button: t('delete'),
        title: t('closures.deleteOne', { name }),
        text: t('closures.deleteText', { days }),
        run: () => deleteClosure(closure._id),
      }}
    >
      <strong>{name}</strong>
      <small>{from && to ? `${days}, ${from}–${to}` : days}</small>
      {scope !== 'all' && <small>{t(`closures.scopes.${scope}`)}</small>}
    </EditableRow>
  );
}
