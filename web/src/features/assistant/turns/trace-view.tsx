import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { costWords } from '../cost-words.ts';
import { argsWords, type TraceData } from './trace-data.ts';
import classes from './trace.module.css';
import { useTurnWords } from './use-turn-words.ts';

const PERCENT = 100;

interface TraceViewProps {
  trace: TraceData;
  /** Further facts, each with a title. */
  facts?: readonly (readonly [title: string, words: string])[];
}

/** Why an answer is as it is: what was understood, used, done and checked, and what it has cost. */
export function TraceView({ trace, facts = [] }: TraceViewProps) {
  const { t } = useTranslation('turns');
  const words = useTurnWords();
  const { action, reason, brain, intents, language, calls, gates, sources } = trace;
  const rows: (readonly [string, string])[] = [
    ...(action ? [[t('trace.state'), t(`actions.${action}`)] as const] : []),
    ...(reason ? [[t('trace.reason'), words.reason(reason)] as const] : []),
    [t('trace.brain'), t(`brains.${brain}`)],
    [t('trace.intents'), intents.map(words.intent).join(', ') || t('unknown')],
    ...(language ? [[t('trace.language'), words.language(language)] as const] : []),
    ...facts,
  ];
  return (
    <>
      <dl className={classes.facts}>
        {rows.map(([title, value]) => (
          <div key={title} className={classes.fact}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <CostFact trace={trace} />
      </dl>
      <Part title={t('trace.sources')} empty={t('trace.noSources')}>
        {sources.map(({ id, title, score, text }) => (
          <li key={id}>
            <SourceLink id={id} title={title} />{' '}
            <span className={classes.dim}>{t('trace.score', { score: Math.round(score * PERCENT) })}</span>
            {text !== undefined && <p className={classes.passage}>{text}</p>}
          </li>
        ))}
      </Part>
      <Part title={t('trace.calls')} empty={t('trace.noCalls')}>
        {calls.map(({ name, args, code }, index) => (
          <li key={index}>
            {words.tool(name)}: <b>{words.code(code)}</b>
            {argsWords(args) !== '' && <p className={classes.dim}>{argsWords(args)}</p>}
          </li>
        ))}
      </Part>
      <Part title={t('trace.gates')} empty={t('trace.noGates')}>
        {gates.map((gate) => (
          <li key={gate} className={classes.gate}>
            {words.gate(gate)}
          </li>
        ))}
      </Part>
    </>
  );
}

function CostFact({ trace: { modelSteps, tokens, cents } }: { trace: TraceData }) {
  const { t } = useTranslation('turns');
  const { locale } = useTimeSettings();
  const numbers = new Intl.NumberFormat(locale);
  const used = { input: numbers.format(tokens.input), output: numbers.format(tokens.output) };
  return (
    <div className={classes.fact}>
      <dt>{t('trace.cost')}</dt>
      <dd>
        {modelSteps === 0
          ? t('trace.noCost')
          : `${costWords(cents, locale)} · ${t('trace.steps', { count: modelSteps })} · ${t('trace.tokens', used)}`}
      </dd>
    </div>
  );
}

/** A source is a part of an article: its id begins with that of the article. */
function SourceLink({ id, title }: { id: string; title: string }) {
  const [article] = /^[0-9a-f]{24}/.exec(id) ?? [];
  if (article === undefined) return <b>{title}</b>;
  return (
    <Link to="/assistant/knowledge/$id" params={{ id: article }} className={classes.source}>
      {title}
    </Link>
  );
}

function Part({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  return (
    <section className={classes.part}>
      <h3 className={classes.title}>{title}</h3>
      {children.length === 0 ? <p className={classes.dim}>{empty}</p> : <ul className={classes.list}>{children}</ul>}
    </section>
  );
}
