import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pet } from '#web/features/pets/pets-queries.ts';
import { ChoiceChips } from '#web/ui/choice-chips.tsx';
import classes from '../booking-panel.module.css';
import { NewPet } from './new-pet.tsx';

interface PetStepProps {
  contactId: string;
  /** All pets of the customer. */
  known: readonly Pet[];
  chosen: readonly string[];
  onChange: (petIds: string[]) => void;
}

/** Asks for the pets of the visit: pets of the customer, or a new one. */
export function PetStep({ contactId, known, chosen, onChange }: PetStepProps) {
  const { t } = useTranslation('bookingPanel');
  const [isNew, setNew] = useState(known.length === 0);
  const add = (pet: Pet) => {
    setNew(false);
    onChange([...chosen, pet._id]);
  };
  return (
    <section className={classes.step}>
      {known.length > 0 && (
        <ChoiceChips
          label={t('pet.title')}
          choices={known.map(({ _id, name }) => ({ value: _id, label: name }))}
          chosen={chosen}
          onChange={onChange}
        />
      )}
      {isNew ? (
        <NewPet contactId={contactId} onMade={add} onCancel={known.length > 0 ? () => setNew(false) : undefined} />
      ) : (
        <Button
          variant="subtle"
          size="compact-md"
          className={classes.add}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setNew(true)}
        >
          {t('pet.new')}
        </Button>
      )}
    </section>
  );
}
