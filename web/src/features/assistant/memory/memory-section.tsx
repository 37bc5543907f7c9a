import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PanelSection } from '#web/ui/panel-section.tsx';
import { FactDialog } from './fact-dialog.tsx';
import { factGroups } from './fact-groups.ts';
import { FactRow } from './fact-row.tsx';
import { memoryQuery } from './memory-queries.ts';
import classes from './memory.module.css';

/** What the assistant remembers about a customer and the pets. Staff approve medical facts and correct the others. */
export function MemorySection({ contactId }: { contactId: string }) {
  const { t } = useTranslation('memory');
  const [isAdding, setAdding] = useState(false);
  const add = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      aria-label={t('add')}
      title={t('add')}
      onClick={() => setAdding(true)}
    >
      <IconPlus size={20} aria-hidden />
    </ActionIcon>
  );
  return (
    <PanelSection title={t('title')} action={add} query={useQuery(memoryQuery(contactId))}>
      {(facts) => {
        const waiting = facts.filter(({ status }) => status === 'for_approval').length;
        return (
          <>
            {facts.length === 0 && <p className={classes.none}>{t('none')}</p>}
            {waiting > 0 && <p className={classes.waiting}>{t('forApprovalHint', { count: waiting })}</p>}
            {factGroups(facts).map(({ pet, facts: ofOne }) => (
              <div key={pet?._id ?? ''} className={classes.group}>
                <h4 className={classes.name}>{pet?.name ?? t('customer')}</h4>
                <ul className={classes.list}>
                  {ofOne.map((fact) => (
                    <FactRow key={fact._id} fact={fact} />
                  ))}
                </ul>
              </div>
            ))}
            {isAdding && <FactDialog contactId={contactId} onClose={() => setAdding(false)} />}
          </>
        );
      }}
    </PanelSection>
  );
}
