import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';

/** In place of an empty list: without a channel no customer can write. */
export function NoChannel() {
  const { t } = useTranslation('channels');
  const isManager = useIsManager();
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
