import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { resourcesQuery } from '#web/features/resources/resources-queries.ts';
import { useColleagues } from '#web/features/users/users-queries.ts';
import type { Schemas } from '#web/lib/api/client.ts';
import { useIsManager } from '#web/lib/session/roles.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { createCalendarFeed } from '../calendar-feeds-queries.ts';

const COMPANY = 'company';

interface CalendarFeedFormProps {
  userId: string;
  onMade: (made: Schemas['CreatedCalendarFeedDto']) => void;
}

/** Makes a feed of the company, of a person, or of a place. Staff can make one of their own appointments. */
export function CalendarFeedForm({ userId, onMade }: CalendarFeedFormProps) {
  const { t } = useTranslation('settings');
  const isManager = useIsManager();
  const people = useColleagues().filter(({ _id }) => isManager || _id === userId);
  const { data: resources = [] } = useQuery({ ...resourcesQuery, enabled: isManager });
  const [whose, setWhose] = useState(isManager ? COMPANY : `staff ${userId}`);
  const create = useMutation({ mutationFn: () => createCalendarFeed(inputOf(whose)), onSuccess: onMade });
  const groups = [
    {
      group: t('calendarFeeds.people'),
      items: people.map((one) => ({ value: `staff ${one._id}`, label: one.full_name })),
    },
    {
      group: t('calendarFeeds.places'),
      items: resources.map((one) => ({ value: `resource ${one._id}`, label: one.name })),
    },
  ].filter(({ items }) => items.length > 0);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <FormError error={create.error} />
      <NativeSelect
        label={t('calendarFeeds.whose')}
        value={whose}
        onChange={({ currentTarget }) => setWhose(currentTarget.value)}
        data={isManager ? [{ value: COMPANY, label: t('calendarFeeds.company') }, ...groups] : groups}
        mb="md"
      />
      <Button type="submit" loading={create.isPending}>
        {t('calendarFeeds.submit')}
      </Button>
    </form>
  );
}

function inputOf(whose: string): Schemas['CreateCalendarFeedDto'] {
  const [kind, id] = whose.split(' ');
  if (kind === 'staff') return { kind, staff_id: id };
  return kind === 'resource' ? { kind, resource_id: id } : { kind: COMPANY };
}
