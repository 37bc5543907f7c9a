import { SimulationBodyPipe } from './simulation-body.pipe.js';

const at = '2026-11-30T12:00:00.000Z';
const pass = (input: object) => new SimulationBodyPipe().transform({ inputs: [input] });

it.each([{ text: 'menu' }, { choice: 1 }, { text: 'menu', at }, { text: 'Bath', choice: 1 }, { at }])(
  'takes %j',
  (input) => {
    expect(pass(input)).toEqual({ inputs: [input] });
  },
);

it.each([{}])('refuses %j', (input) => {
  expect(() => pass(input)).toThrow(expect.objectContaining({ code: 'VALIDATION_ERROR' }));
});
