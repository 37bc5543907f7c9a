import { Injectable, type PipeTransform } from '@nestjs/common';
import { graphSchema } from '../../flow-core/index.js';
import { parsePart } from './parse-body.js';

/** `@Body(GraphBodyPipe)`: checks the field `graph` of a body, if it is there, by the schema of graphs. */
@Injectable()
export class GraphBodyPipe<Body extends { graph?: unknown }> implements PipeTransform<Body, Body> {
  /** @throws AppError VALIDATION_ERROR */
  transform(body: Body): Body {
    if (body.graph !== undefined) body.graph = parsePart(graphSchema, body.graph, 'graph');
    return body;
  }
}
