import type { FlowNode } from './flow-graph.ts';
import { graphOf, tag, trigger } from './sample-graphs.ts';
import { needsService, withService } from './template-service.ts';

const hold = (service_id: string): FlowNode => ({
  id: `hold ${service_id}`,
  type: 'action',
  position: { x: 0, y: 0 },
  data: { action: 'hold_slot', service_id, slot: 'slot' },
});

describe('the service of a starter flow', () => {
  it('is asked for where a step has none', () => {
    const graphs = [graphOf([trigger('t'), tag('a')]), graphOf([hold('bath')]), graphOf([trigger('t'), hold('')])];
    expect(graphs.map(needsService)).toEqual([false, false, true]);
  });

  it('is put into the steps that have none', () => {
    const { nodes } = withService(graphOf([trigger('t'), hold(''), hold('bath')]), 'wash');
    expect(nodes.map(({ data }) => 'service_id' in data && data.service_id)).toEqual([false, 'wash', 'bath']);
  });
});
