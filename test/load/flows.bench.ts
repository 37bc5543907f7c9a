/** The core of the flows on one core: steps a second through a flow with messages, conditions, buttons and variables, beside a plain walk. */
import type { FlowFacts, FlowGraph, FlowInput, RunState } from '../../src/modules/automation/flow-core/index.js';
import { plainWalk } from './baselines/plain-flow-walk.ts';
import { ROUNDS } from './measure.ts';

const { compile, newRun, step } = await import('../../src/modules/automation/flow-core/index.js');
const { factsOf, graphOf } = await import('../builders/flow-graphs.js');

const ROUND_MS = 1_000;
const RUNS_BETWEEN_LOOKS = 200;
const ANSWERS = ['Book', 'Book', 'Prices'];
const NOW = new Date('2026-11-29T12:00:00Z');

export interface FlowCoreResult {
  /** Calls of `step` a second: a node, an outcome or an answer. */
  steps: number;
  /** Nodes a second, ours and those of the baseline. */
  nodes: number;
  plainNodes: number;
}

/** Medians of five rounds after one to warm up, in turn. */
export function benchFlowCore(): FlowCoreResult {
  const graph = salonMenu();
  const facts = factsOf({ last_text: 'Hello, I would like to book a bath for my dog' });
  const flow = compile(graph);
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    const own = perSecond(() => ownWalk(flow, facts));
    const plain = perSecond(() => ({ calls: 0, nodes: plainWalk(graph, facts, ANSWERS).steps }));
    return { steps: own.calls, nodes: own.nodes, plainNodes: plain.nodes };
  }).slice(1);
  const median = (pick: keyof FlowCoreResult): number =>
    rounds.map((round) => round[pick]).sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? NaN;
  return { steps: median('steps'), nodes: median('nodes'), plainNodes: median('plainNodes') };
}

interface Count {
  calls: number;
  nodes: number;
}

/** One run from its trigger to its end. */
function ownWalk(flow: ReturnType<typeof compile>, facts: FlowFacts): Count {
  let state: RunState = newRun(flow, 'start');
  let calls = 0;
  let answer = 0;
  while (state.stop_reason === null) {
    state = step(
      flow,
      state,
      inputFor(state, facts, () => ANSWERS[answer++] ?? ''),
      NOW,
    ).state;
    calls++;
  }
  if (state.stop_reason !== 'finished') throw new Error(`The run has ended with ${state.stop_reason}`);
  return { calls, nodes: state.steps };
}

function inputFor({ status }: RunState, facts: FlowFacts, next: () => string): FlowInput {
  if (status === 'running') return { kind: 'go_on', facts };
  return status === 'waiting_effect'
    ? { kind: 'outcome', facts, outcome: { ok: true } }
    : { kind: 'answer', facts, text: next() };
}

function perSecond(run: () => Count): Count {
  const began = performance.now();
  const count: Count = { calls: 0, nodes: 0 };
  do {
    for (let index = 0; index < RUNS_BETWEEN_LOOKS; index++) {
      const { calls, nodes } = run();
      count.calls += calls;
      count.nodes += nodes;
    }
  } while (performance.now() - began < ROUND_MS);
  const seconds = (performance.now() - began) / 1_000;
  return { calls: count.calls / seconds, nodes: count.nodes / seconds };
}

/** 12 nodes; the customer comes by the menu three times. */
function salonMenu(): FlowGraph {
  const buttons = [{ label: 'Book' }, { label: 'Prices' }];
  return graphOf(
    {
      start: { type: 'trigger', data: { kind: 'any_message' } },
      wants: { type: 'condition', data: { kind: 'keyword', words: ['book', 'appointment', 'bath'] } },
      known: { type: 'action', data: { action: 'set_variable', variable: 'topic', value: 'a bath for {{pet.name}}' } },
      hello: { type: 'message', data: { text: 'Hi {{contact.full_name}}, you ask about {{vars.topic}}.' } },
      menu: { type: 'message', data: { text: 'What can we do for you?', buttons } },
      tag: { type: 'action', data: { action: 'tag_customer', tag: 'books' } },
      level: { type: 'action', data: { action: 'set_variable', variable: 'level', value: 'new' } },
      isNew: { type: 'condition', data: { kind: 'variable', variable: 'level', operator: 'equals', value: 'new' } },
      again: { type: 'message', data: { text: 'Shall we look for {{pet.name}} again?' } },
      prices: { type: 'message', data: { text: 'A bath is 20, with a cut 45.' } },
      sorry: { type: 'message', data: { text: 'We will call you.' } },
      over: { type: 'end', data: {} },
    },
    [
      'start.next > wants',
      'wants.true > known',
      'wants.false > sorry',
      'known.ok > hello',
      'hello.next > menu',
      'menu.choice-1 > tag',
      'menu.choice-2 > prices',
      'tag.ok > level',
      'level.ok > isNew',
      'isNew.true > again',
      'isNew.false > sorry',
      'again.next > menu',
      'prices.next > over',
    ],
  );
}
