import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import chat from '#web/features/flows/simulator/phone-screen.module.css';
import { useTurnWords } from '#web/features/assistant/turns/use-turn-words.ts';
import type { TryAnswer } from '#web/features/assistant/assistant-types.ts';
import type { TryLine } from '../try-line.ts';
import classes from '../try.module.css';

interface TryChatProps {
  lines: readonly TryLine[];
  isThinking: boolean;
  /** The answer whose facts are shown. */
  chosen: TryAnswer | undefined;
  onChoose: (answer: TryAnswer) => void;
  /** Taps a button of the last answer; undefined while the assistant works. */
  onTap: ((label: string) => void) | undefined;
}

/** The conversation as the customer would see it. */
export function TryChat({ lines, isThinking, chosen, onChoose, onTap }: TryChatProps) {
  const { t } = useTranslation(['assistant', 'turns']);
  const screen = useRef<HTMLDivElement>(null);
  const last = lines.at(-1);
  const choices = last?.from === 'assistant' ? last.answer.choices : [];
  useEffect(() => {
    const { current } = screen;
    current?.scrollTo({ top: current.scrollHeight });
  }, [lines, isThinking]);
  return (
    <div ref={screen} className={chat.screen} role="log" tabIndex={0} aria-label={t('try.chat')}>
      {lines.length === 0 && <p className={chat.notice}>{t('try.hint')}</p>}
      {lines.map((line, index) => (
        <div key={index} className={chat.line}>
          {line.from === 'customer' ? (
            <p className={chat.bubble} data-from="customer">
              <span className="pb-visually-hidden">{t('try.customer')}: </span>
              {line.text}
            </p>
          ) : (
            <AnswerLine answer={line.answer} isChosen={line.answer === chosen} onChoose={onChoose} />
          )}
        </div>
      ))}
      {isThinking && <p className={chat.notice}>{t('try.thinking')}</p>}
      {choices.length > 0 && (
        <div className={chat.choices} role="group" aria-label={t('turns:trace.choices')}>
          {choices.map(({ id, label }) => (
            <button key={id} type="button" disabled={!onTap} onClick={() => onTap?.(label)}>
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

interface AnswerLineProps {
  answer: TryAnswer;
  isChosen: boolean;
  onChoose: (answer: TryAnswer) => void;
}

function AnswerLine({ answer, isChosen, onChoose }: AnswerLineProps) {
  const { t } = useTranslation(['assistant', 'turns']);
  const words = useTurnWords();
  const { reply, action, reason } = answer;
  const isHandOff = action === 'handoff' || action === 'noop';
  return (
    <>
      {reply !== '' && (
        <p className={chat.bubble} data-from="assistant">
          <span className="pb-visually-hidden">{t('title')}: </span>
          {reply}
        </p>
      )}
      <p className={classes.foot}>
        {isHandOff && (
          <span className={classes.handOff}>
            {t(`turns:actions.${action}`)}
            {reason !== null && `: ${words.reason(reason)}`}
          </span>
        )}
        <button type="button" className={classes.why} aria-pressed={isChosen} onClick={() => onChoose(answer)}>
          {t('turns:open')}
        </button>
      </p>
    </>
  );
}
