import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './voice-player.module.css';

const SPEEDS = [1, 1.5, 2] as const;

/** Only one voice message plays at a time. */
let heard: HTMLAudioElement | null = null;

interface VoicePlayerProps {
  url: string;
  /** The length from the API, in seconds. */
  seconds: number | null;
  onDeadAddress: () => void;
}

/** Plays a voice message: start and stop, a bar to move in, and three speeds. */
export function VoicePlayer({ url, seconds, onDeadAddress }: VoicePlayerProps) {
  const { t } = useTranslation('messages');
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(seconds ?? 0);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>(1);
  const [failedUrl, setFailedUrl] = useState<string>();

  const toggle = () => {
    const player = audio.current;
    if (!player) return;
    if (isPlaying) return player.pause();
    if (heard !== player) heard?.pause();
    heard = player;
    player.playbackRate = speed;
    player.play().catch(() => setFailedUrl(url));
  };
  const nextSpeed = () => {
    const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
    setSpeed(next);
    if (audio.current) audio.current.playbackRate = next;
  };
  const moveTo = (seconds: number) => {
    setAt(seconds);
    if (audio.current) audio.current.currentTime = seconds;
  };
  const onError = () => {
    setFailedUrl(url);
    onDeadAddress();
  };

  if (failedUrl === url) {
    return (
      <a className={classes.download} href={url} target="_blank" rel="noopener noreferrer">
        {t('voice.notPlayable')}
      </a>
    );
  }
  const Icon = isPlaying ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <div className={classes.player} role="group" aria-label={t('attachments.audio')}>
      <audio
        ref={audio}
        src={url}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => moveTo(0)}
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
        // A recording without a stored length reports Infinity until it is read to its end.
        onDurationChange={({ currentTarget: { duration } }) => setLength(Number.isFinite(duration) ? duration : 0)}
        onError={onError}
      />
      <button
        type="button"
        className={classes.toggle}
        aria-label={t(isPlaying ? 'voice.pause' : 'voice.play')}
        onClick={toggle}
      >
        <Icon size={20} aria-hidden />
      </button>
      <input
        type="range"
        className={classes.bar}
        aria-label={t('voice.position')}
        aria-valuetext={minutes(at)}
        min={0}
        max={length || 1}
        step={0.1}
        value={Math.min(at, length || 1)}
        onChange={({ currentTarget }) => moveTo(currentTarget.valueAsNumber)}
      />
      <span className={classes.time}>{minutes(at === 0 ? length : at)}</span>
      <button type="button" className={classes.speed} aria-label={t('voice.speed', { speed })} onClick={nextSpeed}>
        {speed}×
      </button>
    </div>
  );
}

/** Seconds as `m:ss`. */
function minutes(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
