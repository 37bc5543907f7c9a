import { ActionIcon } from '@mantine/core';
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
  type Icon,
} from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './run-player.module.css';

const STEP_MS = 1_000;

interface RunPlayerProps {
  /** Number of steps. */
  count: number;
  shown: number;
  /** Null follows the run. */
  onShow: (count: number | null) => void;
}

/** Moves through the steps of a run: one by one, by a slider, or by itself. */
export function RunPlayer({ count, shown, onShow }: RunPlayerProps) {
  const { t } = useTranslation('flowRuns');
  const [isPlaying, setPlaying] = useState(false);
  const isAtEnd = shown >= count;
  const go = (to: number) => onShow(to >= count ? null : Math.max(1, to));
  const goOn = useEffectEvent(() => {
    go(shown + 1);
    if (shown + 1 >= count) setPlaying(false);
  });
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(goOn, STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying]);

  const play = () => {
    if (isAtEnd) go(1);
    setPlaying(!isPlaying);
  };
  const jump = (to: number) => {
    setPlaying(false);
    go(to);
  };
  const button = (label: string, Shown: Icon, click: () => void, disabled: boolean) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={40}
      aria-label={label}
      title={label}
      onClick={click}
      disabled={disabled}
    >
      <Shown size={20} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
  return (
    <div className={classes.player}>
      {button(t('replay.first'), IconPlayerSkipBack, () => jump(1), shown <= 1)}
      {button(t('replay.previous'), IconPlayerTrackPrev, () => jump(shown - 1), shown <= 1)}
      {button(
        t(isPlaying ? 'replay.pause' : 'replay.play'),
        isPlaying ? IconPlayerPause : IconPlayerPlay,
        play,
        count < 2,
      )}
      {button(t('replay.next'), IconPlayerTrackNext, () => jump(shown + 1), isAtEnd)}
      {button(t('replay.last'), IconPlayerSkipForward, () => jump(count), isAtEnd)}
      <input
        type="range"
        className={classes.slider}
        aria-label={t('replay.slider')}
        aria-valuetext={t('replay.position', { number: shown, count })}
        min={Math.min(1, count)}
        max={count}
        value={shown}
        onChange={({ currentTarget }) => jump(Number(currentTarget.value))}
      />
      <span className={classes.position}>{t('replay.position', { number: shown, count })}</span>
    </div>
  );
}
