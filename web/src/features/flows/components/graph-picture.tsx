import type { FlowGraph } from '../flow-graph.ts';
import classes from './new-flow-dialog.module.css';

const STEP = 10;
const BOX = { width: 7, height: 5 };
const PICTURE = { width: 112, height: 64 };

/** A small picture of a flow: its steps in columns by their distance from the start. */
export function GraphPicture({ graph }: { graph: FlowGraph }) {
  const columns = columnsOf(graph);
  const rows = new Map<number, number>();
  const places = new Map(
    graph.nodes.map(({ id }) => {
      const column = columns.get(id) ?? 0;
      const row = rows.get(column) ?? 0;
      rows.set(column, row + 1);
      return [id, { x: column * STEP, y: row * STEP }] as const;
    }),
  );
  const width = Math.max(1, ...columns.values()) * STEP + BOX.width;
  const height = Math.max(1, ...rows.values()) * STEP;
  return (
    <svg className={classes.picture} {...PICTURE} viewBox={`-3 -3 ${width + 6} ${height + 6}`} aria-hidden>
      {graph.edges.map(({ id, source, target }) => {
        const [from, to] = [places.get(source), places.get(target)];
        if (!from || !to) return null;
        return (
          <path key={id} d={`M${from.x + BOX.width} ${from.y + BOX.height / 2}L${to.x} ${to.y + BOX.height / 2}`} />
        );
      })}
      {graph.nodes.map(({ id, type }) => (
        <rect key={id} {...places.get(id)} {...BOX} rx={1.5} data-type={type} />
      ))}
    </svg>
  );
}

/** How many steps away from a trigger each node is. */
function columnsOf({ nodes, edges }: FlowGraph): Map<string, number> {
  const columns = new Map(nodes.filter(({ type }) => type === 'trigger').map(({ id }) => [id, 0]));
  const queue = [...columns.keys()];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const { source, target } of edges) {
      if (source !== id || columns.has(target)) continue;
      columns.set(target, (columns.get(id) ?? 0) + 1);
      queue.push(target);
    }
  }
  return columns;
}
