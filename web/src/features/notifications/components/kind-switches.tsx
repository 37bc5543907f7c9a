import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type NoticeKind, setWays, type Way, type Ways } from '../notifications-queries.ts';
import classes from './kind-switches.module.css';

const WAYS: readonly Way[] = ['toast', 'sound', 'browser', 'push'];

/** Chooses the ways in which the user hears of one kind of event. */
export function KindSwitches({ kind, ways }: { kind: NoticeKind; ways: Ways }) {
  const { t } = useTranslation('notifications');
  const chosen: readonly Way[] = ways[kind];
  const choices: readonly Way[] = kind === 'channel_trouble' ? [...WAYS, 'mail'] : WAYS;
  const set = (way: Way, isOn: boolean) => {
    const next = choices.filter((one) => (one === way ? isOn : chosen.includes(one)));
    void setWays({ ...ways, [kind]: next });
  };
  return (
    <div className={classes.switches}>
      {choices.map((way) => (
        <Switch
          key={way}
          size="md"
          label={t(`ways.${way}`)}
          checked={chosen.includes(way)}
          onChange={({ currentTarget }) => set(way, currentTarget.checked)}
        />
      ))}
    </div>
  );
}
