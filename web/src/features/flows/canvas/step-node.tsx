import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGraphTools } from '../builder-context.ts';
import { ProblemSign } from '../components/problem-sign.tsx';
import { type FlowNode, outletKind, outletsOf } from '../flow-graph.ts';
import { paletteKindOf } from '../new-node.ts';
import { NodeIcon } from '../node-icons.tsx';
import { summaryOf } from '../problem-summary.ts';
import classes from './step-node.module.css';

/** A node of the flow as React Flow holds it. */
export type StepNodeType = Node<{ node: FlowNode }, 'step'>;

/** A step on the canvas: what it is, what it says, and its outlets at the right. */
export const StepNode = memo(function StepNode({ data: { node }, selected }: NodeProps<StepNodeType>) {
  const { t } = useTranslation('flows');
  const { words, problems, isEditable } = useGraphTools();
  const faults = summaryOf(problems, node.id);
  const text = words.textOf(node);
  const outlets = outletsOf(node);
  const speaks = node.type === 'message' || node.type === 'ask';
  return (
    <div
      className={classes.node}
      data-type={node.type}
      data-selected={selected || undefined}
      data-faulty={faults?.severity}
    >
      {node.type !== 'trigger' && (
        <Handle type="target" position={Position.Left} className={classes.inlet ?? ''} isConnectable={isEditable} />
      )}
      <div className={classes.head}>
        <span className={classes.icon}>
          <NodeIcon kind={paletteKindOf(node)} />
        </span>
        <span className={classes.title}>{words.titleOf(node)}</span>
        {faults && (
          <span className={classes.faults} data-severity={faults.severity}>
            <ProblemSign severity={faults.severity} size={14} />
            <span className="pb-visually-hidden">{t(faults.words, { count: faults.count })}</span>
            <span aria-hidden>{faults.count}</span>
          </span>
        )}
      </div>
      <p className={classes.text} data-empty={text === '' || undefined} data-bubble={speaks || undefined}>
        {text || t('empty')}
      </p>
      {outlets.length > 0 && (
        <ul className={classes.outlets}>
          {outlets.map((outlet) => (
            <li key={outlet} className={classes.outlet} data-kind={outletKind(outlet)}>
              <span className={classes.label}>{words.outletOf(node, outlet)}</span>
              <Handle
                type="source"
                id={outlet}
                position={Position.Right}
                className={classes.handle ?? ''}
                data-kind={outletKind(outlet)}
                isConnectable={isEditable}
                title={isEditable ? t('canvas.dragOutlet') : undefined}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});
