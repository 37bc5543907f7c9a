import { IconMicrophone, IconPlayerStopFilled } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { toast } from '#web/lib/toast.ts';
import { addFiles } from '../add-files.ts';
import { useVoiceRecorder } from '../use-voice-recorder.ts';
import classes from './composer.module.css';

const SECOND_MS = 1_000;

/** Records a voice note and puts it beside the other files of the reply. */
export function VoiceButton({ row }: { row: Row }) {
  const { t } = useTranslation('messages');
  const { isRecording, start, stop } = useVoiceRecorder((file) => addFiles(row, [file]));
  const begin = () => {
    start().catch(() => toast({ message: t('voice.noMicrophone'), tone: 'error' }));
  };
  return (
    <>
      {isRecording && <Seconds />}
      <button
        type="button"
        className={classes.tool}
        aria-label={t(isRecording ? 'voice.stop' : 'voice.record')}
        title={t(isRecording ? 'voice.stop' : 'voice.record')}
        onClick={isRecording ? stop : begin}
      >
        {isRecording ? (
          <IconPlayerStopFilled size={20} aria-hidden />
        ) : (
          <IconMicrophone size={20} stroke={1.75} aria-hidden />
        )}
      </button>
    </>
  );
}

function Seconds() {
  const { t } = useTranslation('messages');
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return <span className={classes.recording}>{t('voice.recording', { time: shown })}</span>;
}
