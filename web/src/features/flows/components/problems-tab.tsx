import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBuilder, useGraph } from '../builder-context.ts';
import { nodeOf } from '../flow-graph.ts';
import type { FlowProblem } from '../flows-queries.ts';
import { paletteKindOf } from '../new-node.ts';
import { NodeIcon } from '../node-icons.tsx';
import { useProblemWords } from '../use-problem-words.ts';
import { ProblemSign } from './problem-sign.tsx';
import classes from './side-panel.module.css';

/** What keeps the draft from being published, then the warnings. A click leads to the step and its field. */
export function ProblemsTab() {
  const { t } = useTranslation('flows');
  const { problems, isChecking } = useBuilder();
  if (problems.length === 0 && isChecking) return <p className={classes.hint}>{t('problems.checking')}</p>;
  if (problems.length === 0) {
    return (
      <p className={classes.good}>
        <IconCircleCheck size={20} aria-hidden />
        {t('problems.none')}
      </p>
    );
  }
  const isFree = problems.every(({ severity }) => severity === 'warning');
  return (
    <>
      <p className={classes.lead}>{t(isFree ? 'problems.onlyWarnings' : 'problems.some')}</p>
      <ProblemList problems={problems} />
    </>
  );
}

interface ProblemListProps {
  problems: readonly FlowProblem[];
  onJump?: () => void;
}

/** Problems with the step where each one is. */
export function ProblemList({ problems, onJump }: ProblemListProps) {
  return (
    <ul className={classes.problems}>
      {problems.map((problem, index) => (
        <li key={index}>
          <ProblemItem problem={problem} onJump={onJump} />
        </li>
      ))}
    </ul>
  );
}

function ProblemItem({ problem, onJump }: { problem: FlowProblem; onJump: (() => void) | undefined }) {
  const { t } = useTranslation('flows');
  const { editor, words } = useBuilder();
  const graph = useGraph();
  const wordsOf = useProblemWords();
  const { node_id, severity, details } = problem;
  const node = node_id === undefined ? undefined : nodeOf(graph, node_id);
  const content = (
    <>
      <ProblemSign severity={severity} size={18} />
      <span>
        <span className="pb-visually-hidden">{t(`problems.severities.${severity}`)}: </span>
        {node && (
          <span className={classes.where}>
            <NodeIcon kind={paletteKindOf(node)} size={14} />
            {words.titleOf(node)}
          </span>
        )}
        {wordsOf(problem)}
      </span>
    </>
  );
  if (!node) {
    return (
      <div className={classes.problem} data-severity={severity}>
        {content}
      </div>
    );
  }
  const jump = () => {
    editor.select([node.id], [], details?.field ?? FIRST_FIELDS[node.type]);
    onJump?.();
  };
  return (
    <button type="button" className={classes.problem} data-severity={severity} onClick={jump}>
      {content}
    </button>
  );
}

/** The field that gets the focus where the problem names none. */
const FIRST_FIELDS = {
  trigger: 'kind',
  message: 'text',
  ask: 'text',
  condition: 'kind',
  action: 'action',
  delay: 'minutes',
  end: 'end',
} as const;
