import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { stubsSchema } from '../simulation/simulation-parts.js';
import { exportedFlowSchema } from '../exchange/exported-flow.js';
import { edgeSchema, graphSchema, nodeSchema } from '../../flow-core/index.js';

/** Adds the schemas of graphs and stubs, made from the zod schemas that check the bodies. */
export function documentFlowGraph(document: OpenAPIObject): OpenAPIObject {
  const registry = z.registry<{ id: string }>();
  registry.add(graphSchema, { id: 'FlowGraph' });
  registry.add(nodeSchema, { id: 'FlowNode' });
  registry.add(edgeSchema, { id: 'FlowEdge' });
  registry.add(stubsSchema, { id: 'FlowStubs' });
  registry.add(exportedFlowSchema, { id: 'ExportedFlow' });
  for (const node of nodeSchema.options) registry.add(node, { id: nameOf(node.shape.type.value) });
  // OpenAPI 3.1 takes JSON Schema 2020-12 as it is.
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  });
  for (const [id, { $schema: _schema, $id: _id, ...schema }] of Object.entries(schemas)) {
    document.components ??= {};
    document.components.schemas ??= {};
    document.components.schemas[id] = schema as never;
  }
  return document;
}

/** For instance `FlowTriggerNode`. */
function nameOf(type: string): string {
  return `Flow${type.charAt(0).toUpperCase()}${type.slice(1)}Node`;
}
