import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { EditableRow } from '#web/ui/editable-row.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import {
  addCannedReply,
  cannedRepliesQuery,
  type CannedReply,
  changeCannedReply,
  deleteCannedReply,
} from './canned-replies-queries.ts';
import { CannedReplyForm } from './components/canned-reply-form.tsx';

/** The prepared answers that the team inserts with a slash. */
export function CannedRepliesPage() {
  const { t } = useTranslation('settings');
  const { data: replies, error } = useQuery(cannedRepliesQuery);
  return (
    <Page title={t('pages.cannedReplies')} text={t('canned.explained')}>
      <Card title={t('canned.list')}>
        <FormError error={error} />
        {replies && (
          <RowList empty={t('canned.none')}>
            {replies.map((reply) => (
              <CannedReplyRow key={reply._id} reply={reply} />
            ))}
          </RowList>
        )}
      </Card>
      <Card title={t('canned.add')}>
        <CannedReplyForm submit={t('canned.submit')} save={addCannedReply} />
      </Card>
    </Page>
  );
}

function CannedReplyRow({ reply }: { reply: CannedReply }) {
  const { t } = useTranslation('settings');
  const { shortcut, title, text } = reply;
  return (
    <EditableRow
      edit={{
        button: t('edit'),
        title: t('canned.editOne', { title }),
        form: (close) => (
          <CannedReplyForm
            reply={reply}
            submit={t('save')}
            save={async (values) => {
              await changeCannedReply(reply, values);
              close();
              toast({ message: t('saved') });
            }}
          />
        ),
      }}
      remove={{
        button: t('delete'),
        title: t('canned.deleteOne', { title }),
        text: t('canned.deleteText', { shortcut }),
        run: () => deleteCannedReply(reply._id),
      }}
    >
      <strong>{title}</strong>
      <small>/{shortcut}</small>
      <small>{text}</small>
    </EditableRow>
  );
}
