import { type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { useContext } from 'react';
import { StepEdge, type StepEdgeType } from '../canvas/step-edge.tsx';
import { MarksContext } from './canvas-marks.ts';
import classes from './marks.module.css';

const CORNER_PX = 12;

/** A way with the colour of its mark. */
export function MarkedEdge(props: EdgeProps<StepEdgeType>) {
  const tone = useContext(MarksContext)?.edges.get(props.id);
  const [path] = getSmoothStepPath({ ...props, borderRadius: CORNER_PX });
  return (
    <>
      <StepEdge {...props} />
      {tone && <path d={path} className={classes.way} data-tone={tone} />}
    </>
  );
}
