import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContactAppointments } from '#web/features/appointments/appointments-queries.ts';
import { splitByTime, wantedVaccinations } from '#web/features/appointments/contact-appointments.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { PanelSection } from '#web/ui/panel-section.tsx';
import { type Pet, usePets } from '../pets-queries.ts';
import { PetCard } from './pet-card.tsx';
import classes from './pets-section.module.css';

const PetDialog = lazy(() => import('./pet-dialog.tsx').then(({ PetDialog: component }) => ({ default: component })));

/** The pets of a customer. */
export function PetsSection({ contactId }: { contactId: string }) {
  const { t } = useTranslation('pets');
  const time = useTimeSettings();
  const now = useNow();
  const [edited, setEdited] = useState<Pet | 'new' | null>(null);
  const { data: appointments } = useContactAppointments(contactId);
  const { coming } = splitByTime(appointments?.items ?? [], now, time);
  const add = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      aria-label={t('add')}
      title={t('add')}
      onClick={() => setEdited('new')}
    >
      <IconPlus size={20} aria-hidden />
    </ActionIcon>
  );
  return (
    <PanelSection title={t('title')} action={add} query={usePets(contactId)}>
      {(pets) => (
        <>
          {pets.length === 0 && <p className={classes.none}>{t('none')}</p>}
          <ul className={classes.list}>
            {pets.map((pet) => (
              <li key={pet._id}>
                <PetCard pet={pet} wanted={wantedVaccinations(coming, pet._id)} onEdit={() => setEdited(pet)} />
              </li>
            ))}
          </ul>
          {edited && (
            <Suspense>
              <PetDialog
                contactId={contactId}
                pet={edited === 'new' ? undefined : edited}
                onClose={() => setEdited(null)}
              />
            </Suspense>
          )}
        </>
      )}
    </PanelSection>
  );
}
