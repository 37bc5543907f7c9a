import { type EdgeProps, getBezierPath } from '@xyflow/react';
import { useContext } from 'react';
import { StepEdge, type StepEdgeType } from '../canvas/step-edge.tsx';
import { MarksContext } from './canvas-marks.ts';
import classes from './marks.module.css';

/** A way with the colour of its mark. */
export function MarkedEdge(props: EdgeProps<StepEdgeType>) {
  const tone = useContext(MarksContext)?.edges.get(props.id);
  const [path] = getBezierPath(props);
  return (
    <>
      <StepEdge {...props} />
      {tone && <path d={path} className={classes.way} data-tone={tone} />}
    </>
  );
}
