import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useServiceName } from '#web/features/services/services-queries.ts';
import { appointmentTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import type { HitAppointment } from '../time-off-queries.ts';

interface HitAppointmentsDialogProps {
  appointments: readonly HitAppointment[];
  onClose: () => void;
}

/** Says which appointments fall into time off that was just stored. */
export function HitAppointmentsDialog({ appointments, onClose }: HitAppointmentsDialogProps) {
  const { t } = useTranslation(['timeOff', 'common']);
  const title = t('timeOff:hit.title', { count: appointments.length });
  return (
    <CardDialog title={title} onClose={onClose}>
      <p>{t('timeOff:hit.text')}</p>
      <RowList empty="">
        {appointments.map((one) => (
          <HitRow key={one._id} appointment={one} />
        ))}
      </RowList>
      <DialogButtons>
        <Button data-autofocus onClick={onClose}>
          {t('common:close')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}

function HitRow({ appointment }: { appointment: HitAppointment }) {
  const { t } = useTranslation('timeOff');
  const time = useTimeSettings();
  const service = useServiceName(appointment.service_id, undefined);
  return (
    <li>
      <span>
        <strong>{service ?? t('hit.deletedService')}</strong>
        <small>{appointmentTime(appointment.starts_at, appointment.ends_at, time)}</small>
      </span>
    </li>
  );
}
