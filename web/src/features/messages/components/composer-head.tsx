import { SegmentedControl } from '@mantine/core';
import { IconMoodSmile, IconPaperclip } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { withAssistantTurnWords, withOfferWords } from '#web/lib/i18n/i18n.ts';
import { weekdayTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { addFiles } from '../add-files.ts';
import type { Mode } from '../draft-book.ts';
import { canRecord } from '../use-voice-recorder.ts';
import { TemplateButton } from './template-button.tsx';
import { VoiceButton } from './voice-button.tsx';
import classes from './composer.module.css';

const EmojiSheet = lazy(() =>
  import('./emoji-sheet.tsx').then(({ EmojiSheet: component }) => ({ default: component })),
);

const SuggestTool = lazy(
  withAssistantTurnWords(async () => ({
    default: (await import('#web/features/assistant/suggestions/suggest-tool.tsx')).SuggestTool,
  })),
);

const OfferTool = lazy(
  withOfferWords(async () => ({ default: (await import('#web/features/offers/offer-tool.tsx')).OfferTool })),
);

interface ComposerHeadProps {
  row: Row;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onEmoji: (emoji: string) => void;
}

/** The line above the text field: reply or note, the end of the reply window, files and emoji. */
export function ComposerHead({ row, mode, onMode, onEmoji }: ComposerHeadProps) {
  const { t } = useTranslation('messages');
  const input = useRef<HTMLInputElement>(null);
  const [hasEmoji, setEmoji] = useState(false);
  return (
    <div className={classes.head}>
      <SegmentedControl
        size="xs"
        value={mode}
        onChange={(value) => onMode(value)}
        data={[
          { value: 'reply', label: t('composer.reply') },
          { value: 'note', label: t('composer.note') },
        ]}
      />
      {mode === 'reply' ? <WindowLine row={row} /> : <span className={classes.window}>{t('note.private')}</span>}
      <span className={classes.tools}>
        {mode === 'reply' && (
          <>
            <Suspense>
              <SuggestTool row={row} className={classes.tool} />
            </Suspense>
            <Suspense>{row.text_limit && <OfferTool row={row} className={classes.tool} />}</Suspense>
            <input
              ref={input}
              type="file"
              multiple
              hidden
              aria-label={t('uploads.add')}
              onChange={({ currentTarget }) => {
                addFiles(row, currentTarget.files ?? []);
                currentTarget.value = '';
              }}
            />
            <button
              type="button"
              className={classes.tool}
              aria-label={t('uploads.add')}
              title={t('uploads.limits')}
              onClick={() => input.current?.click()}
            >
              <IconPaperclip size={20} stroke={1.75} aria-hidden />
            </button>
            <TemplateButton row={row} look="tool" />
            {canRecord() && <VoiceButton row={row} />}
          </>
        )}
        <button
          type="button"
          className={classes.tool}
          aria-label={t('composer.emoji')}
          aria-expanded={hasEmoji}
          onClick={() => setEmoji(!hasEmoji)}
        >
          <IconMoodSmile size={20} stroke={1.75} aria-hidden />
        </button>
        {hasEmoji && (
          <Suspense>
            <EmojiSheet onPick={onEmoji} onClose={() => setEmoji(false)} />
          </Suspense>
        )}
      </span>
    </div>
  );
}

/** The end of the reply window of the platform, until it is over. */
function WindowLine({ row: { reply_window: replyWindow, text_limit: limit, channel_health: health } }: { row: Row }) {
  const { t } = useTranslation('messages');
  const time = useTimeSettings();
  const now = useNow();
  const isOpen = replyWindow && limit && health !== 'disconnected' && Date.parse(replyWindow.expires_at) > now;
  if (!isOpen) return <span className={classes.window} />;
  const until = weekdayTime(replyWindow.expires_at, time);
  return (
    <span className={classes.window}>
      {t(`window.${replyWindow.kind === 'human_agent' ? 'person' : 'open'}`, { time: until })}
    </span>
  );
}
