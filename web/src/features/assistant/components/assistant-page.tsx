import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TablePage } from '#web/ui/table-page.tsx';
import { AssistantTabs } from './assistant-tabs.tsx';
import classes from './assistant-page.module.css';

interface AssistantPageProps {
  /** Buttons at the end of the title line. */
  actions?: ReactNode;
  isWide?: boolean;
  children: ReactNode;
}

/** A page of the assistant: its title and tabs above, the content scrolled below. */
export function AssistantPage({ actions, isWide = false, children }: AssistantPageProps) {
  const { t } = useTranslation('assistant');
  return (
    <TablePage title={t('title')} tabs={<AssistantTabs />} actions={actions}>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('title')}>
        <div className={classes.column} data-wide={isWide || undefined}>
          {children}
        </div>
      </div>
    </TablePage>
  );
}
