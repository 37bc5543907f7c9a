import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { channelsQuery } from '../channels-queries.ts';

/** Shows how to connect a channel if the company has none; else shows its children. */
export function NoChannel({ children }: { children: ReactNode }) {
  const { t } = useTranslation('channels');
  const { data: channels, isPending } = useQuery(channelsQuery);
  const isManager = useIsManager();
  if (isPending) return null;
  if (channels?.length !== 0) return children;
  return (
    <EmptyState title={t('none.title')} text={t(isManager ? 'none.text' : 'welcome.staff')}>
      {isManager && (
        <Button component={Link} to="/welcome">
          {t('none.connect')}
        </Button>
      )}
    </EmptyState>
  );
}
