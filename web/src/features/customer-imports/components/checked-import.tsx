import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Actions } from '#web/ui/actions.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { type CustomerImport, startImport } from '../imports-queries.ts';
import { BrokenRows } from './broken-rows.tsx';
import { CountList } from './count-list.tsx';

/** What an import would do, before it does it. */
export function CheckedImport({ source, onMapAgain }: { source: CustomerImport; onMapAgain: () => void }) {
  const { t } = useTranslation('imports');
  const start = useMutation({ mutationFn: () => startImport(source._id) });
  const good = source.row_count - source.counts.broken;
  return (
    <>
      <Card title={t('checked.title')} text={t(`checked.explained.${source.kind}`)}>
        <FormError error={start.error} />
        <CountList source={source} />
        <Actions>
          <Button loading={start.isPending} disabled={good === 0} onClick={() => start.mutate()}>
            {t('checked.start', { count: good })}
          </Button>
          <Button variant="default" onClick={onMapAgain}>
            {t('checked.mapAgain')}
          </Button>
        </Actions>
      </Card>
      <BrokenRows source={source} />
    </>
  );
}
