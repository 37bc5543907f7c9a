import { factsOf, graphOf } from '../../../../test/builders/flow-graphs.js';
import { FlowPlayer } from '../../../../test/support/flow-player.js';
import { LIMITS, type EffectOutcome, type FlowGraph, type FlowNode } from './index.js';

const start = { type: 'trigger', data: { kind: 'any_message' } } as const;
type Action = Extract<FlowNode, { type: 'action' }>['data'];

const doing = (data: Action, edges: string[] = []): FlowGraph =>
  graphOf({ start, act: { type: 'action', data }, fine: { type: 'end', data: {} }, bad: { type: 'end', data: {} } }, [
    'start.next > act',
    'act.ok > fine',
    ...edges,
  ]);
const FAILED: EffectOutcome = { ok: false, code: 'TIMED_OUT', message: 'No answer in time' };

describe('limits of a run', () => {
  it('stops at the eleventh visit of a node', () => {
    const tag: Action = { action: 'tag_customer', tag: 'seen' };
    const player = new FlowPlayer(
      graphOf({ start, a: { type: 'action', data: tag } }, ['start.next > a', 'a.ok > a']),
    ).go();
    expect(player.state).toMatchObject({ status: 'stopped', stop_reason: 'too_many_visits', visits: { a: 10 } });
    expect(player.effects).toHaveLength(LIMITS.visitsOfNode);
  });

  it('stops before the step after the hundredth', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `n${index}`);
    const data = { kind: 'business_hours' } as const;
    const nodes = Object.fromEntries(ids.map((id) => [id, { type: 'condition', data } as const]));
    const edges = ids.map((id, index) => `${id}.true > n${(index + 1) % ids.length}`);
    const player = new FlowPlayer(graphOf({ start, ...nodes }, ['start.next > n0', ...edges])).go();
    expect(player.state).toMatchObject({ status: 'stopped', stop_reason: 'too_many_steps', steps: LIMITS.steps });
    expect(player.log).toHaveLength(LIMITS.steps);
  });

  it('stops before the message after the twentieth without an answer', () => {
    const data = { text: 'Hello' };
    const nodes = { a: { type: 'message', data }, b: { type: 'message', data }, c: { type: 'message', data } } as const;
    const edges = ['start.next > a', 'a.next > b', 'b.next > c', 'c.next > a'];
    const player = new FlowPlayer(graphOf({ start, ...nodes }, edges)).go();
    expect(player.texts).toHaveLength(LIMITS.messagesWithoutAnswer);
    expect(player.state).toMatchObject({ status: 'stopped', stop_reason: 'too_many_messages' });
  });

  it('cuts a long answer at 8 KiB and stops at 64 KiB of variables', () => {
    const ids = Array.from({ length: 10 }, (_, index) => `q${index}`);
    const ask = (variable: string) => ({ type: 'ask', data: { text: '?', variable, answer: 'text' } }) as const;
    const edges = ids.slice(1).map((id, index) => `q${index}.next > ${id}`);
    const graph = graphOf({ start, ...Object.fromEntries(ids.map((id) => [id, ask(id)])) }, [
      'start.next > q0',
      ...edges,
    ]);
    const player = new FlowPlayer(graph).go().say('é'.repeat(10_000));
    expect(player.state.vars.q0).toBe('é'.repeat(LIMITS.valueBytes / 2));
    while (player.state.status === 'waiting_input') player.say('é'.repeat(10_000));
    expect(player.state).toMatchObject({ status: 'stopped', stop_reason: 'variables_too_large' });
    expect(Object.keys(player.state.vars)).toHaveLength(7);
  });
});

describe('the outcome of an action', () => {
  const call: Action = { action: 'api_call', method: 'GET', url: 'https://x.test', save_as: 'found' };

  it('takes the error outlet if that has an edge', () => {
    const player = new FlowPlayer(doing(call, ['act.error > bad']), () => FAILED).go();
    expect(player.path.at(-1)).toBe('act.error');
    expect(player.log.find(({ outlet }) => outlet === 'error')?.note).toBe('TIMED_OUT');
  });

  it('fails the run without an error outlet', () => {
    const player = new FlowPlayer(doing(call), () => FAILED).go();
    expect(player.state).toMatchObject({ status: 'failed', stop_reason: 'action_failed' });
  });

  it('is an error if its value is too large', () => {
    const value = { list: Array.from({ length: 1_000 }, () => 'abcdefgh') };
    const player = new FlowPlayer(doing(call, ['act.error > bad']), () => ({ ok: true, value })).go();
    expect(player.path.at(-1)).toBe('act.error');
    expect(player.state.vars).toEqual({});
  });

  it('is stored without keys that are dangerous', () => {
    const text = '{"__proto__": {"isAdmin": true}, "$where": 1, "a.b": 2, "pet": {"constructor": 3, "name": "Rex"}}';
    const value = JSON.parse(text) as Record<string, string>;
    const player = new FlowPlayer(doing(call), () => ({ ok: true, value })).go();
    expect(JSON.stringify(player.state.vars)).toBe('{"found":{"pet":{"name":"Rex"}}}');
  });

  it('is an error without an effect if a header would have a line break', () => {
    const graph = graphOf(
      {
        start,
        q: { type: 'ask', data: { text: '?', variable: 'x', answer: 'text' } },
        act: {
          type: 'action',
          data: { ...call, headers: { 'x-name': '{{vars.x}}', authorization: '{{secret.KEY}}' } },
        },
        bad: { type: 'end', data: {} },
      },
      ['start.next > q', 'q.next > act', 'act.error > bad'],
    );
    const player = new FlowPlayer(graph).go().say('a\nb');
    expect(player.effects.map(({ kind }) => kind)).toEqual(['send']);
    expect(player.path.at(-1)).toBe('act.error');
    const stealing = new FlowPlayer(graph).go().say('{{secret.KEY}}');
    expect(stealing.effects.at(-1)).toMatchObject({
      headers: { 'x-name': 'secret.KEY', authorization: '{{secret.KEY}}' },
    });
  });

  it('ends the run after another flow has started', () => {
    const player = new FlowPlayer(doing({ action: 'start_flow', flow_id: 'a'.repeat(24) })).go();
    expect(player.state).toMatchObject({ status: 'done', stop_reason: 'started_another_flow' });
  });

  it('fails the run if a message could not be sent', () => {
    const graph = graphOf({ start, a: { type: 'message', data: { text: 'Hi' } } }, ['start.next > a']);
    expect(new FlowPlayer(graph, () => FAILED).go().state).toMatchObject({
      status: 'failed',
      stop_reason: 'send_failed',
    });
  });
});

it('set_variable keeps the kind of a value that stands alone', () => {
  const graph = graphOf(
    {
      start,
      a: { type: 'action', data: { action: 'set_variable', variable: 'weight', value: '{{pet.weight_kg}}' } },
      b: { type: 'action', data: { action: 'set_variable', variable: 'text', value: '{{vars.weight}} kg' } },
    },
    ['start.next > a', 'a.ok > b'],
  );
  expect(new FlowPlayer(graph).go().state.vars).toEqual({ weight: 12.5, text: '12.5 kg' });
});

it('fails at a node that is gone', () => {
  const player = new FlowPlayer(graphOf({ start }, ['start.next > gone'])).go();
  expect(player.state).toMatchObject({ status: 'failed', stop_reason: 'node_missing', node_id: 'gone' });
});

it('a file whose address becomes too long ends the run', () => {
  const url = `https://files.example/${'{{message.text}}'.repeat(9)}`;
  const attachments: { type: 'image'; url: string }[] = [{ type: 'image', url }];
  const file = { type: 'message', data: { text: 'Look', attachments } } as const;
  const player = new FlowPlayer(graphOf({ start, file }, ['start.next > file']));
  player.facts = factsOf({ last_text: '\u6d74'.repeat(4_000) });
  expect(player.go().state).toMatchObject({ status: 'failed', stop_reason: 'action_failed' });
});
