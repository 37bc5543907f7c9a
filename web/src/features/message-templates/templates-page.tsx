import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '#web/features/channels/channels-queries.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { TemplateForm } from './components/template-form.tsx';
import { TemplateRow } from './components/template-row.tsx';
import { syncTemplates, templatesQuery } from './templates-queries.ts';

/** The message templates of WhatsApp, which may be sent at any time. */
export function TemplatesPage() {
  const { t } = useTranslation(['templates', 'settings']);
  const { data: templates, error } = useQuery(templatesQuery);
  const { data: channels } = useQuery(channelsQuery);
  const numbers = channels?.filter(({ platform, state }) => platform === 'whatsapp' && state === 'live');
  const sync = useMutation({
    mutationFn: () => syncTemplates((numbers ?? []).map(({ _id }) => _id)),
    onSuccess: () => toast({ message: t('synced') }),
    onError: toastError,
  });
  const nameOf = (id: string) => channels?.find(({ _id }) => _id === id)?.name ?? '';
  return (
    <Page title={t('settings:pages.templates')} text={t('explained')}>
      <Card title={t('list')}>
        <FormError error={error} />
        {numbers?.length === 0 && <p>{t('noChannel')}</p>}
        {numbers && numbers.length > 0 && (
          <Button variant="default" size="sm" loading={sync.isPending} onClick={() => sync.mutate()} mb="sm">
            {t('sync')}
          </Button>
        )}
        {templates && (
          <RowList empty={t('none')}>
            {templates.map((template) => (
              <TemplateRow
                key={template._id}
                template={template}
                channelName={numbers && numbers.length > 1 ? nameOf(template.channel_id) : undefined}
              />
            ))}
          </RowList>
        )}
      </Card>
      {numbers && numbers.length > 0 && (
        <Card title={t('new.title')} text={t('new.text')}>
          <TemplateForm channels={numbers} />
        </Card>
      )}
    </Page>
  );
}
