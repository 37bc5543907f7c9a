import { emptyFields } from './empty-fields.js';
import { graphSchema, nodeSchema } from './graph.js';

const place = { id: 'n1', position: { x: 0, y: 0 } };
const node = (type: string, data: object) => nodeSchema.parse({ ...place, type, data });

describe('the graph of a draft', () => {
  it('may have fields that are not filled in yet', () => {
    const nodes = [
      node('ask', { text: '', variable: '', answer: 'choice', choices: [{ label: '' }] }),
      node('action', { action: 'find_slots', service_id: '', save_as: '' }),
    ];
    expect(graphSchema.safeParse({ nodes, edges: [] }).success).toBe(true);
    expect(nodes.map(emptyFields)).toEqual([
      ['text', 'variable', 'choices'],
      ['service_id', 'save_as'],
    ]);
  });

  it('has no empty field where everything is filled in', () => {
    expect(emptyFields(node('message', { text: 'Hi', buttons: [{ label: 'Book' }] }))).toEqual([]);
    expect(
      emptyFields(node('message', { text: '', attachments: [{ type: 'image', url: 'https://x.test/a' }] })),
    ).toEqual([]);
    expect(emptyFields(node('condition', { kind: 'business_hours' }))).toEqual([]);
  });

  it.each([
    ['tag_added', ['tag']],
    ['any_message', []],
  ])('knows what a trigger of kind %s needs', (kind, fields) => {
    expect(emptyFields(node('trigger', { kind }))).toEqual(fields);
  });
});
