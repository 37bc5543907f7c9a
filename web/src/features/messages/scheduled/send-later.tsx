import type { Written } from '../outgoing.ts';
import { scheduleReply } from './scheduled-queries.ts';
import { SendLaterDialog } from './send-later-dialog.tsx';

interface SendLaterProps {
  written: Written;
  onDone: () => void;
  onClose: () => void;
}

/** Schedules the content of the composer. */
export function SendLater({ written, onDone, onClose }: SendLaterProps) {
  return (
    <SendLaterDialog
      row={written.row}
      onSave={(later) => scheduleReply(written, later).then(onDone)}
      onClose={onClose}
    />
  );
}
