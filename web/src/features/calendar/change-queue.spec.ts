import { ChangeQueue } from './change-queue.ts';

/** An appointment that refuses a change of an old version, as the API does. */
function anAppointment() {
  const stored = { version: 1, value: '' };
  const change = async (version: number, value: string) => {
    await Promise.resolve();
    if (version !== stored.version) throw new Error(`412: ${version} is not ${stored.version}`);
    stored.version++;
    stored.value = value;
    return { version: stored.version };
  };
  return { stored, change };
}

describe('ChangeQueue', () => {
  it('bases each change on the version of the change before', async () => {
    const { stored, change } = anAppointment();
    const queue = new ChangeQueue();
    const all = ['a', 'b', 'c'].map((value) => queue.run('1', 1, (version) => change(version, value)));
    expect(await Promise.all(all)).toEqual([{ version: 2 }, { version: 3 }, { version: 4 }]);
    expect(stored).toEqual({ version: 4, value: 'c' });
  });

  it('keeps the last change when the user acts before its answer arrives', async () => {
    const { stored, change } = anAppointment();
    const queue = new ChangeQueue();
    await queue.run('1', 1, (version) => change(version, 'a'));
    await queue.run('1', 1, (version) => change(version, 'b'));
    expect(stored).toEqual({ version: 3, value: 'b' });
  });

  it('goes on after a refused change, and keeps appointments apart', async () => {
    const { stored, change } = anAppointment();
    const queue = new ChangeQueue();
    const refused = queue.run('1', 9, (version) => change(version, 'old'));
    const next = queue.run('1', 1, (version) => change(version, 'new'));
    const other = queue.run('2', 5, (version) => Promise.resolve({ version: version + 1 }));
    await expect(refused).rejects.toThrow('412');
    expect(await next).toEqual({ version: 2 });
    expect(await other).toEqual({ version: 6 });
    expect(stored.value).toBe('new');
  });
});
