import { useTranslation } from 'react-i18next';
import { PLATFORM_NAMES } from '#web/ui/platform-names.ts';
import { useBuilder } from '../builder-context.ts';
import { useFlowChannels } from '../use-flow-names.ts';
import classes from './inspector.module.css';

/** What each platform of the flow takes, and what is too much for it. */
export function ChannelLimits({ text, buttons }: { text: string; buttons: number }) {
  const { t } = useTranslation('flows');
  const channels = useFlowChannels(useBuilder().flow.channel_ids);
  const platforms = new Map(channels.map(({ platform, limits }) => [platform, limits]));
  const lines = [...platforms].flatMap(([platform, limits]) => {
    if (!limits) return [];
    const most = Math.max(limits.buttons, limits.quick_replies, limits.list_rows);
    const isOver = text.length > limits.text.max || buttons > most;
    return [{ platform, isOver, length: limits.text.max, buttons: most }];
  });
  if (lines.length === 0) return null;
  return (
    <ul className={classes.limits} aria-label={t('limits.title')}>
      {lines.map(({ platform, isOver, length, buttons: most }) => (
        <li key={platform} data-over={isOver || undefined}>
          {t(isOver ? 'limits.over' : 'limits.line', { platform: PLATFORM_NAMES[platform], length, buttons: most })}
        </li>
      ))}
    </ul>
  );
}
