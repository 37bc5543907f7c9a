import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBuilder, useGraph } from '../builder-context.ts';
import { nodeOf } from '../flow-graph.ts';
import type { FlowProblem } from '../flows-queries.ts';
import { paletteKindOf } from '../new-node.ts';
import { NodeIcon } from '../node-icons.tsx';
import { useProblemWords } from '../use-problem-words.ts';
import classes from './side-panel.module.css';

/** What keeps the draft from being published. A click leads to the step and its field. */
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
  return <ProblemList problems={problems} />;
}

export function ProblemList({ problems, onJump }: { problems: readonly FlowProblem[]; onJump?: () => void }) {
  const { editor, words } = useBuilder();
  const graph = useGraph();
  const wordsOf = useProblemWords();
  return (
    <ul className={classes.problems}>
      {problems.map((problem, index) => {
        const node = problem.node_id === undefined ? undefined : nodeOf(graph, problem.node_id);
        const jump = () => {
          if (!node) return;
          editor.select([node.id], [], problem.details?.field ?? FIRST_FIELDS[node.type]);
          onJump?.();
        };
        if (!node)
          return (
            <li key={index} className={classes.problem}>
              {wordsOf(problem)}
            </li>
          );
        return (
          <li key={index}>
            <button type="button" className={classes.problem} onClick={jump}>
              <span className={classes.where}>
                <NodeIcon kind={paletteKindOf(node)} size={14} />
                {words.titleOf(node)}
              </span>
              {wordsOf(problem)}
            </button>
          </li>
        );
      })}
    </ul>
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
