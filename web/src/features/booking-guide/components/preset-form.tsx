import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addPlaces } from '#web/features/resources/resources-queries.ts';
import { MoneyInput } from '#web/features/services/components/money-input.tsx';
import { addService, type Service } from '#web/features/services/services-queries.ts';
import { speciesChoices, useTraitWords } from '#web/features/services/trait-words.ts';
import { useMoney } from '#web/features/services/use-money.ts';
import type { Window } from '#web/features/staff-schedules/schedule-draft.ts';
import { parseWhole } from '#web/lib/whole-number.ts';
import { ChoiceChips } from '#web/ui/choice-chips.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import {
  answeredService,
  answerProblems,
  placesFor,
  type PresetKey,
  PRESETS,
  type ServiceAnswers,
} from '../presets.ts';
import { doorHours } from '../shared-week.ts';

const MAX_NAME_LENGTH = 120;

interface PresetFormProps {
  preset: PresetKey;
  /** The working hours: pets of a stay are brought and fetched then. */
  week: Window[][];
  onDone: (service: Service) => void;
}

/** A usual service: the user confirms the duration, and says the price. */
export function PresetForm({ preset, week, onDone }: PresetFormProps) {
  const { t } = useTranslation('guide');
  const words = useTraitWords();
  const { currency } = useMoney();
  const { kind, duration_min, species } = PRESETS[preset];
  // A second try must not add the places again.
  const placeType = useRef<string | null>(null);
  const form = useForm<ServiceAnswers>({
    initialValues: {
      ...{ preset, name: t(`presets.${preset}`), minutes: String(duration_min), price: '' },
      ...{ places: '6', species: [...species] },
    },
    validate: (answers) =>
      Object.fromEntries(
        Object.entries(answerProblems(answers, currency)).map(([path, problem]) => [path, t(`problems.${problem}`)]),
      ),
  });
  const add = useMutation({
    mutationFn: async (answers: ServiceAnswers) => {
      const places = placesFor(answers, t('placesOf', { name: answers.name.trim() }));
      if (places && placeType.current === null)
        placeType.current = (await addPlaces(places, parseWhole(answers.places) ?? 1))._id;
      const stay = placeType.current === null ? null : { placeTypeId: placeType.current, door: doorHours(week) };
      return addService(answeredService(answers, currency, stay));
    },
    onSuccess: onDone,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((answers) => add.mutate(answers))}>
      <FormError error={add.error} />
      <TextInput
        {...form.getInputProps('name')}
        label={t('service.name')}
        maxLength={MAX_NAME_LENGTH}
        withAsterisk
        mb="md"
      />
      <Fields>
        {kind === 'timed' ? (
          <TextInput
            {...form.getInputProps('minutes')}
            label={t('service.minutes')}
            inputMode="numeric"
            rightSection={t('minutesShort')}
          />
        ) : (
          <TextInput {...form.getInputProps('places')} label={t('service.places')} inputMode="numeric" />
        )}
        <MoneyInput {...form.getInputProps('price')} label={t(`service.price.${kind}`)} />
      </Fields>
      <ChoiceChips
        label={t('service.species')}
        hint={t('service.speciesHint')}
        choices={speciesChoices(form.values.species).map((value) => ({ value, label: words.species(value) }))}
        chosen={form.values.species}
        onChange={(chosen) => form.setFieldValue('species', chosen)}
      />
      <Button type="submit" loading={add.isPending}>
        {t('service.add')}
      </Button>
    </form>
  );
}
