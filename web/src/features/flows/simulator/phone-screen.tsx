import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, dateOf, dayHeading, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useGraph } from '../builder-context.ts';
import { openChoices, type PhoneLine } from './conversation-lines.ts';
import { useEffectWords } from './use-effect-words.ts';
import type { SimulationState } from './use-simulation.ts';
import classes from './phone-screen.module.css';

/** The conversation as the customer sees it, with lines for what the flow would do. */
export function PhoneScreen({ simulation }: { simulation: SimulationState }) {
  const { t } = useTranslation('flowRuns');
  const time = useTimeSettings();
  const { lines, played, act } = simulation;
  const screen = useRef<HTMLDivElement>(null);
  const choices = played?.stop_reason ? [] : openChoices(lines);
  useEffect(() => {
    const { current } = screen;
    current?.scrollTo({ top: current.scrollHeight });
  }, [lines]);
  const isUnheard = played !== undefined && played.path.length === 0 && lines.length > 0;
  return (
    <div ref={screen} className={classes.screen} role="log" tabIndex={0} aria-label={t('simulator.talk')}>
      {lines.length === 0 && <FirstHint />}
      {lines.map((line, index) => {
        const before = lines[index - 1];
        const isNewDay = before === undefined || dateOf(before.at, time) !== dateOf(line.at, time);
        return (
          <div key={index} className={classes.line}>
            {isNewDay && <p className={classes.day}>{dayHeading(line.at, time)}</p>}
            <Line line={line} />
          </div>
        );
      })}
      {choices.length > 0 && (
        <div className={classes.choices} role="group" aria-label={t('simulator.choices')}>
          {choices.map((choice, index) => (
            <button key={index} type="button" onClick={() => act({ choice: index + 1 })}>
              {choice}
            </button>
          ))}
        </div>
      )}
      {isUnheard && <p className={classes.notice}>{t('simulator.noTrigger')}</p>}
      {played?.stop_reason && (
        <p className={classes.notice}>
          {t('simulator.ended', { reason: lowerFirst(t(`reasons.${played.stop_reason}`)) })} {t('simulator.endedStart')}
        </p>
      )}
    </div>
  );
}

function Line({ line }: { line: PhoneLine }) {
  const { t } = useTranslation('flowRuns');
  const time = useTimeSettings();
  const wordsOf = useEffectWords();
  if (line.kind === 'effect') return <p className={classes.effect}>{wordsOf(line.effect)}</p>;
  return (
    <p className={classes.bubble} data-from={line.from}>
      <span className="pb-visually-hidden">{t(`simulator.${line.from}`)}: </span>
      {line.text}
      <time className={classes.time} dateTime={line.at}>
        {clockTime(line.at, time)}
      </time>
    </p>
  );
}

/** Says which words start the flow. */
function FirstHint() {
  const { t } = useTranslation('flowRuns');
  const { nodes } = useGraph();
  const words = nodes.flatMap((node) => (node.type === 'trigger' ? (node.data.words ?? []) : []));
  const [word] = words;
  return (
    <p className={classes.notice}>{word === undefined ? t('simulator.startAny') : t('simulator.start', { word })}</p>
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
