import { Injectable, type PipeTransform } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import { GraphBodyPipe } from '../graph/graph-body.pipe.js';
import { parsePart } from '../graph/parse-body.js';
import type { SimulateFlowDto } from './simulation.dto.js';
import { stubsSchema } from './simulation-parts.js';

type Checked = Partial<Pick<SimulateFlowDto, 'graph' | 'stubs' | 'inputs'>>;

/** Checks the rules of a simulation that need more than one field. */
@Injectable()
export class SimulationBodyPipe<Body extends Checked> implements PipeTransform<Body, Body> {
  private readonly graphs = new GraphBodyPipe<Body>();

  /** @throws AppError VALIDATION_ERROR */
  transform(body: Body): Body {
    body.inputs?.forEach(({ text, choice, at }, index) => {
      const field = `inputs.${index}`;
      if (text === undefined && choice === undefined && at === undefined)
        throw AppError.validation([{ field, message: `${field} must have a text, a choice or a time` }]);
    });
    if (body.stubs !== undefined) body.stubs = parsePart(stubsSchema, body.stubs, 'stubs');
    return this.graphs.transform(body);
  }
}
