import { Button } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';
import { randomId } from '#web/lib/random-id.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { sendMessage } from '../sending.ts';
import classes from './composer.module.css';

const load = withMoreWords(() => import('#web/features/message-templates/template-picker.tsx'));
const TemplatePicker = lazy(() => load().then(({ TemplatePicker: component }) => ({ default: component })));

interface TemplateButtonProps {
  row: Row;
  /** `tool`: an icon above the text field. `words`: a button with words, if nothing else may be sent. */
  look: 'tool' | 'words';
}

/** Opens the templates of WhatsApp and sends the chosen one. Shows nothing on other platforms. */
export function TemplateButton({ row, look }: TemplateButtonProps) {
  const { t } = useTranslation('messages');
  const { data: me } = useQuery(meQuery);
  const [isOpen, setOpen] = useState(false);
  if (row.platform !== 'whatsapp' || !row.text_limit || !me) return null;
  const { _id, contact_id, platform, last_seq } = row;
  return (
    <>
      {look === 'words' ? (
        <Button size="sm" mb="xs" onClick={() => setOpen(true)}>
          {t('composer.template')}
        </Button>
      ) : (
        <button
          type="button"
          className={classes.tool}
          aria-label={t('composer.template')}
          title={t('composer.template')}
          onClick={() => setOpen(true)}
        >
          <IconTemplate size={20} stroke={1.75} aria-hidden />
        </button>
      )}
      {isOpen && (
        <Suspense>
          <TemplatePicker
            row={row}
            onClose={() => setOpen(false)}
            onSend={(picked) => {
              setOpen(false);
              sendMessage({
                ...picked,
                client_id: randomId(),
                user_id: me._id,
                conversation_id: _id,
                contact_id,
                platform,
                visibility: 'public',
                attachments: [],
                created_at: new Date().toISOString(),
                last_seen_seq: last_seq,
                state: 'sending',
              });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
