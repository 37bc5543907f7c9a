import '../follow-customers.ts';
import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AppointmentsSection } from '#web/features/appointments/components/appointments-section.tsx';
import { LazyMemorySection } from '#web/features/assistant/memory/lazy-memory-section.tsx';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { LazyAutomationSection } from '#web/features/flows/runs/lazy-automation-section.tsx';
import { LazyPaymentSection } from '#web/features/payments/components/lazy-payment-section.tsx';
import { PetsSection } from '#web/features/pets/components/pets-section.tsx';
import type { SidePanelState } from '../use-side-panel.ts';
import { ChannelsSection } from './channels-section.tsx';
import { ContactSection } from './contact-section.tsx';
import { MergeSection } from './merge-section.tsx';
import { OriginLine } from './origin-line.tsx';
import classes from './side-panel.module.css';

interface SidePanelProps {
  row: Row;
  view: string;
  place: SidePanelState['place'];
  onClose: () => void;
}

/** Beside the thread: the customer, the pets, the appointments. */
export function SidePanel({ row, view, place, onClose }: SidePanelProps) {
  const { t } = useTranslation('contacts');
  const panel = useRef<HTMLElement>(null);
  const isColumn = place === 'column';
  const contactId = row.contact_id;

  // A panel over the thread takes the focus when it opens and returns it when it closes.
  useEffect(() => {
    if (isColumn) return;
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [isColumn]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    // A dialog of the panel closes itself.
    const isInDialog = (event.target as HTMLElement).closest('dialog') !== null;
    if (event.key === 'Escape' && !isColumn && !isInDialog && !event.defaultPrevented) onClose();
  };

  return (
    <aside
      ref={panel}
      id="side-panel"
      className={classes.panel}
      data-side-panel={place}
      aria-label={t('panel.title')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className={classes.head}>
        <h2 className={classes.title}>{t('panel.title')}</h2>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('panel.close')} onClick={onClose}>
          {place === 'page' ? <IconArrowLeft size={20} aria-hidden /> : <IconX size={20} aria-hidden />}
        </ActionIcon>
      </header>
      <div className={classes.body}>
        <OriginLine referral={row.last_referral} />
        <MergeSection contactId={contactId} />
        <ContactSection contactId={contactId} />
        <PetsSection contactId={contactId} />
        <LazyMemorySection contactId={contactId} />
        <AppointmentsSection contactId={contactId} />
        <LazyPaymentSection whose={{ contact_id: contactId }} />
        <LazyAutomationSection conversationId={row._id} />
        <ChannelsSection contactId={contactId} view={view} openId={row._id} />
      </div>
    </aside>
  );
}
