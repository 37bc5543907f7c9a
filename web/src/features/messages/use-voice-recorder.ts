import { useEffect, useRef, useState } from 'react';

/** What browsers record, first what most platforms play. */
const FORMATS = [
  { mime: 'audio/mp4', extension: 'm4a' },
  { mime: 'audio/ogg;codecs=opus', extension: 'ogg' },
  { mime: 'audio/webm;codecs=opus', extension: 'webm' },
] as const;

/** Browsers give no microphone to a page on plain http. */
export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && (navigator as { mediaDevices?: MediaDevices }).mediaDevices !== undefined;

export interface VoiceRecorder {
  isRecording: boolean;
  /** Asks for the microphone, and records. @throws DOMException where the user or the machine gives none */
  start: () => Promise<void>;
  /** Ends the recording; `onRecorded` gets its file. */
  stop: () => void;
}

/** Records a voice note. A recording that runs when the component goes away is dropped. */
export function useVoiceRecorder(onRecorded: (file: File) => void): VoiceRecorder {
  const [isRecording, setRecording] = useState(false);
  const current = useRef<MediaRecorder>(null);

  const isGone = useRef(false);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      if (current.current) drop(current.current);
    };
  }, []);

  const start = async () => {
    const format = FORMATS.find(({ mime }) => MediaRecorder.isTypeSupported(mime)) ?? FORMATS[0];
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    // While the browser asked, the component went away, or a second click began another recording.
    if (isGone.current || current.current?.state === 'recording') return release(stream);
    const recorder = new MediaRecorder(stream, { mimeType: format.mime });
    recorder.ondataavailable = ({ data }) => {
      if (data.size > 0) onRecorded(new File([data], `voice-note.${format.extension}`, { type: format.mime }));
    };
    recorder.onstop = () => {
      release(stream);
      setRecording(false);
    };
    current.current = recorder;
    recorder.start();
    setRecording(true);
  };
  return { isRecording, start, stop: () => current.current?.stop() };
}

function drop(recorder: MediaRecorder): void {
  recorder.ondataavailable = null;
  recorder.onstop = null;
  if (recorder.state !== 'inactive') recorder.stop();
  release(recorder.stream);
}

/** Turns the light of the microphone off. */
function release(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
