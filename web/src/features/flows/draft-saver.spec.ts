import { ApiError } from '#web/lib/api/api-error.ts';
import { DraftSaver, type SaveDraft } from './draft-saver.ts';
import type { FlowGraph } from './flow-graph.ts';
import { end, graphOf } from './sample-graphs.ts';

const graph = (id: string): FlowGraph => graphOf([end(id)]);
const offline = () => new ApiError(0, 'NO_CONNECTION', '');
const conflict = () =>
  new ApiError(409, 'DRAFT_CONFLICT', '', undefined, {
    draft_rev: 9,
    edited_by: { _id: 'u1', full_name: 'Ana' },
    edited_at: '2026-11-29T14:05:00Z',
  });

interface Asked {
  id: string | undefined;
  rev: number;
  answer: (result: number | Error) => void;
}

/** A server that answers each request by hand. */
function startSaver() {
  const asked: Asked[] = [];
  let tell: (() => void) | undefined;
  const save: SaveDraft = ({ nodes }, rev) =>
    new Promise((resolve, reject) => {
      const answer = (result: number | Error) => (typeof result === 'number' ? resolve(result) : reject(result));
      asked.push({ id: nodes[0]?.id, rev, answer });
      tell?.();
    });
  /** The request with this number, as soon as it has come. */
  const request = async (number: number): Promise<Asked> => {
    while (asked.length < number) await new Promise<void>((resolve) => (tell = resolve));
    return asked[number - 1]!;
  };
  let checks = 0;
  const saver = new DraftSaver(1, save, () => checks++);
  return { saver, asked, request, checks: () => checks };
}

describe('the saver of a draft', () => {
  it('sends the newest graph after the answer to an older one', async () => {
    const { saver, request, checks } = startSaver();
    saver.change(graph('a'));
    const saved = saver.flush();
    const first = await request(1);
    saver.change(graph('b'));
    saver.change(graph('c'));
    first.answer(2);
    const second = await request(2);
    expect([first.id, second.id, second.rev, saver.isUnsaved]).toEqual(['a', 'c', 2, true]);
    second.answer(3);
    await saved;
    expect([saver.state.get(), saver.isUnsaved, checks()]).toEqual([{ kind: 'saved' }, false, 1]);
  });

  it('keeps the graph while the server cannot be reached', async () => {
    const { saver, request } = startSaver();
    saver.change(graph('a'));
    const failed = saver.flush();
    (await request(1)).answer(offline());
    await failed;
    saver.stop();
    expect([saver.state.get(), saver.isUnsaved]).toEqual([{ kind: 'offline' }, true]);
    const again = saver.flush();
    const second = await request(2);
    second.answer(2);
    await again;
    expect([second.id, second.rev, saver.state.get()]).toEqual(['a', 1, { kind: 'saved' }]);
  });

  it('saves nothing over a colleague’s draft before somebody decides', async () => {
    const { saver, asked, request } = startSaver();
    saver.change(graph('a'));
    const refused = saver.flush();
    (await request(1)).answer(conflict());
    await refused;
    expect(saver.state.get()).toEqual({
      kind: 'conflict',
      conflict: { draft_rev: 9, by: 'Ana', at: '2026-11-29T14:05:00Z' },
    });
    saver.change(graph('b'));
    await saver.flush();
    expect(asked).toHaveLength(1);

    const mine = saver.resolve(9, graph('b'));
    (await request(2)).answer(10);
    await mine;
    expect([asked[1]?.id, asked[1]?.rev, saver.state.get()]).toEqual(['b', 9, { kind: 'saved' }]);
  });

  it('goes on from the colleague’s draft', async () => {
    const { saver, asked, request } = startSaver();
    saver.change(graph('a'));
    const refused = saver.flush();
    (await request(1)).answer(conflict());
    await refused;
    await saver.resolve(9, null);
    saver.change(graph('c'));
    const saved = saver.flush();
    (await request(2)).answer(10);
    await saved;
    expect([asked[1]?.id, asked[1]?.rev]).toEqual(['c', 9]);
  });

  it('says why a draft is refused', async () => {
    const { saver, request } = startSaver();
    saver.change(graph('a'));
    const refused = saver.flush();
    (await request(1)).answer(new ApiError(400, 'VALIDATION_ERROR', 'no'));
    await refused;
    expect(saver.state.get().kind).toBe('refused');
  });
});
