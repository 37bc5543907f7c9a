import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast, toastError } from '#web/lib/toast.ts';
import { Actions } from '#web/ui/actions.tsx';
import { Card } from '#web/ui/card.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { useTurnWords } from '#web/features/assistant/turns/use-turn-words.ts';
import { modelQuery, removeModel, testModel } from '../settings-queries.ts';
import classes from '../settings.module.css';
import { ModelForm } from './model-form.tsx';

/** The language model of the company. Without one, rules answer. */
export function ModelCard() {
  const { t } = useTranslation('assistant');
  const { data: model, error } = useQuery(modelQuery);
  const [dialog, setDialog] = useState<'edit' | 'remove' | null>(null);
  const close = () => setDialog(null);
  const test = useMutation({ mutationFn: testModel });
  const remove = useMutation({
    mutationFn: removeModel,
    onSuccess: () => {
      test.reset();
      toast({ message: t('model.removed') });
    },
    onError: toastError,
    onSettled: close,
  });
  const isOwn = model?.source === 'own';
  const name = model?.source === 'own' ? model.model : model && t(`model.${model.source}`);
  return (
    <Card title={t('model.title')} text={t('model.text')}>
      <FormError error={error} />
      {name && <p className={classes.model}>{name}</p>}
      {isOwn && <p className={classes.hint}>{model.base_url}</p>}
      {model && dialog === 'edit' && (
        <ModelForm
          model={model}
          onClose={close}
          onSaved={() => {
            test.reset();
            close();
            toast({ message: t('saved') });
          }}
        />
      )}
      {model && dialog !== 'edit' && (
        <Actions>
          <Button size="sm" variant="default" onClick={() => setDialog('edit')}>
            {t(isOwn ? 'model.edit' : 'model.add')}
          </Button>
          {model.source !== 'none' && (
            <Button size="sm" variant="default" loading={test.isPending} onClick={() => test.mutate()}>
              {t('model.test')}
            </Button>
          )}
          {isOwn && (
            <Button size="sm" variant="subtle" color="red" onClick={() => setDialog('remove')}>
              {t('model.remove')}
            </Button>
          )}
        </Actions>
      )}
      <TestOutcome test={test} />
      {dialog === 'remove' && (
        <ConfirmDialog
          title={t('model.removeTitle')}
          text={t('model.removeText')}
          confirm={t('model.remove')}
          isPending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={close}
        />
      )}
    </Card>
  );
}

function TestOutcome({
  test: { data, error },
}: {
  test: { data: Awaited<ReturnType<typeof testModel>> | undefined; error: unknown };
}) {
  const { t } = useTranslation('assistant');
  const words = useTurnWords();
  return (
    <div role="status">
      {data?.ok && <p className={classes.works}>{t('model.works', { ms: data.duration_ms })}</p>}
      {data && !data.ok && (
        <p className={classes.over}>{t('model.fails', { reason: words.code(data.code ?? '', data.message) })}</p>
      )}
      <FormError error={error} />
    </div>
  );
}
