import './follow-customers.ts';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useIsManager } from '#web/lib/session/roles.ts';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { TableList } from '#web/ui/table-list.tsx';
import { TablePage } from '#web/ui/table-page.tsx';
import { ContactCells } from './components/contact-cells.tsx';
import { ContactFilters } from './components/contact-filters.tsx';
import { FileButtons } from './components/file-buttons.tsx';
import { NewContactDialog } from './components/new-contact-dialog.tsx';
import { PeopleTabs } from './components/people-tabs.tsx';
import { contactListQuery, type ContactRow } from './contact-list-queries.ts';

const route = getRouteApi('/staff/contacts');
const COLUMNS = ['name', 'pets', 'phone', 'email', 'tags'] as const;

/** All customers of the company. */
export function ContactsPage() {
  const { t } = useTranslation('people');
  const search = route.useSearch();
  const query = useInfiniteQuery(contactListQuery(search));
  const [isAdding, setAdding] = useState(false);
  const isManager = useIsManager();
  return (
    <TablePage
      title={t('contacts.title')}
      tabs={<PeopleTabs />}
      actions={
        <>
          {isManager && <FileButtons />}
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('contacts.add')}
          </Button>
        </>
      }
    >
      <ContactFilters search={search} />
      <TableList<ContactRow>
        label={t('contacts.title')}
        columns={COLUMNS.map((column) => t(`columns.${column}`))}
        layout="contacts"
        query={query}
        keyOf={({ _id }) => _id}
        empty={<NoContacts isFiltered={Object.keys(search).length > 0} />}
      >
        {(contact) => <ContactCells contact={contact} />}
      </TableList>
      {isAdding && <NewContactDialog onClose={() => setAdding(false)} />}
    </TablePage>
  );
}

function NoContacts({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('people');
  if (!isFiltered) return <EmptyState title={t('contacts.none')} text={t('contacts.noneHint')} />;
  return (
    <EmptyState title={t('contacts.noneFound')}>
      <Link to="/contacts">{t('contacts.showAll')}</Link>
    </EmptyState>
  );
}
