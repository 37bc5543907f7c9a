import { useBuilder } from '../builder-context.ts';
import type { FlowNode, NodeData } from '../flow-graph.ts';
import { withoutUndefined } from '../graph-edits.ts';

type KeysOf<Data> = Data extends object ? keyof Data & string : never;

/** Writes one field of a node. Without a value the field is left out. */
export type SetField<Data> = <Key extends KeysOf<Data>>(field: Key, value: unknown) => void;

/** What the form of a node does to the graph. `replace` sets the whole content, for instance after another kind is chosen. */
export function useNodeForm<Data extends NodeData>(node: FlowNode & { data: Data }) {
  const { editor } = useBuilder();
  const set: SetField<Data> = (field, value) =>
    editor.change(node.id, withoutUndefined({ ...node.data, [field]: value }), field);
  const replace = (data: Data) => editor.change(node.id, withoutUndefined(data));
  return { set, replace };
}
