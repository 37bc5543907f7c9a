import type { NodeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import { StepNode, type StepNodeType } from '../canvas/step-node.tsx';
import { MarksContext } from './canvas-marks.ts';
import classes from './marks.module.css';

/** A step with the frame and the badge of its mark. */
export const MarkedNode = memo(function MarkedNode(props: NodeProps<StepNodeType>) {
  const mark = useContext(MarksContext)?.nodes.get(props.id);
  return (
    <>
      <StepNode {...props} />
      {mark && (
        <>
          <span className={classes.frame} data-tone={mark.tone} />
          <span className={classes.badge} data-tone={mark.tone} title={mark.label}>
            <span aria-hidden>{mark.badge}</span>
            <span className="pb-visually-hidden">{mark.label}</span>
          </span>
        </>
      )}
    </>
  );
});
