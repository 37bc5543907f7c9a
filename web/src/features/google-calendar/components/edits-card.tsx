import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { Button, Radio } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { EDIT_MODES, type EditMode, setEdits } from '../google-calendar-queries.ts';
import { Refusal } from './refusal.tsx';

/** What happens when somebody moves or deletes an appointment in Google. */
export function EditsCard({ edits }: { edits: EditMode }) {
  const { t } = useTranslation('googleCalendar');
  const [chosen, setChosen] = useState(edits);
  const save = useMutation({ mutationFn: setEdits, onSuccess: () => toast({ message: t('edits.saved') }) });
  return (
    <Card title={t('edits.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(chosen);
        }}
      >
        <Refusal error={save.error} />
        <Radio.Group
          aria-label={t('edits.title')}
          value={chosen}
          onChange={(value) => setChosen(EDIT_MODES.find((one) => one === value) ?? chosen)}
          mb="md"
        >
          {EDIT_MODES.map((one) => (
            <Radio key={one} value={one} label={t(`edits.${one}`)} description={t(`edits.hints.${one}`)} mt="sm" />
          ))}
        </Radio.Group>
        <Button type="submit" variant="default" loading={save.isPending} disabled={chosen === edits}>
          {t('edits.save')}
        </Button>
      </form>
    </Card>
  );
}
