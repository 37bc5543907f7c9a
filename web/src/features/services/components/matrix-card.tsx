import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bookingSettingsQuery } from '#web/features/booking-settings/booking-settings-queries.ts';
import { Actions } from '#web/ui/actions.tsx';
import { Card } from '#web/ui/card.tsx';
import { newMatrixRow } from '../matrix-draft.ts';
import { pricedService } from '../service-body.ts';
import { useMoney } from '../use-money.ts';
import type { ServiceForm } from './form-types.ts';
import { MatrixRow } from './matrix-row.tsx';
import { QuoteTable } from './quote-table.tsx';

const MAX_ROWS = 500;

/** The pets for which the service takes longer, costs more, or is not offered, with the result for every size and coat. */
export function MatrixCard({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
  const { currency } = useMoney();
  const { data: settings } = useQuery(bookingSettingsQuery);
  const sizes = settings?.sizes ?? [];
  const rows = form.values.pet_matrix;
  const service = pricedService(form.values, currency);
  const isWithoutRow = (size: string): boolean => rows.every((row) => row.size !== size);
  const missing = sizes.filter(({ name }) => isWithoutRow(name));
  const add = (...sizeNames: string[]) =>
    form.setFieldValue('pet_matrix', [...rows, ...sizeNames.map((size) => newMatrixRow({ size, cost: 'exact' }))]);
  return (
    <Card title={t('matrix.title')} text={t('matrix.text')}>
      <datalist id="coats">
        {(['short', 'long', 'double', 'curly'] as const).map((coat) => (
          <option key={coat} value={t(`coats.${coat}`)} />
        ))}
      </datalist>
      {rows.map((_, index) => (
        <MatrixRow key={index} form={form} index={index} sizes={sizes} />
      ))}
      <Actions>
        <Button variant="default" size="sm" disabled={rows.length >= MAX_ROWS} onClick={() => add('')}>
          {t('matrix.add')}
        </Button>
        {missing.length > 0 && (
          <Button variant="default" size="sm" onClick={() => add(...missing.map(({ name }) => name))}>
            {t('matrix.addSizes')}
          </Button>
        )}
      </Actions>
      {(rows.length > 0 || service.staff_overrides.length > 0) && (
        <QuoteTable service={service} kind={form.values.kind} sizes={sizes} />
      )}
    </Card>
  );
}
