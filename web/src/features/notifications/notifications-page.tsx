import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { BrowserPermission } from './components/browser-permission.tsx';
import { KindSwitches } from './components/kind-switches.tsx';
import { PushCard } from './components/push-card.tsx';
import { QuietHoursCard } from './components/quiet-hours-card.tsx';
import { type NoticeKind, pushSettingsQuery, waysQuery } from './notifications-queries.ts';

const KINDS: readonly NoticeKind[] = [
  'my_message',
  'unassigned_message',
  'mention',
  'assignment',
  'waitlist_offer',
  'emergency',
];

/** Chooses the ways in which the user hears of events, for all devices. */
export function NotificationsPage() {
  const { t } = useTranslation('notifications');
  const isManager = useIsManager();
  const { data: ways, error } = useQuery(waysQuery);
  const { data: settings } = useQuery(pushSettingsQuery);
  const kinds: readonly NoticeKind[] = isManager ? [...KINDS, 'channel_trouble', 'assistant_budget'] : KINDS;
  return (
    <Page title={t('title')} text={t('page.text')}>
      <FormError error={error} />
      <BrowserPermission />
      <PushCard settings={settings} />
      {settings && <QuietHoursCard settings={settings} />}
      {ways &&
        kinds.map((kind) => (
          <Card key={kind} title={t(`kinds.${kind}.title`)} text={t(`kinds.${kind}.text`)}>
            <KindSwitches kind={kind} ways={ways} />
          </Card>
        ))}
    </Page>
  );
}
