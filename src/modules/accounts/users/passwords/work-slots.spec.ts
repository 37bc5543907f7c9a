import { WorkSlots } from './work-slots.js';

const overload = (): Error => new Error('overload');

/** Work that ends when told to. */
function heldWork() {
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (finish = resolve));
  return { work: () => ended, finish: () => finish() };
}

describe('WorkSlots', () => {
  it('runs no more at once than there are slots, first come first served', async () => {
    const slots = new WorkSlots(2, 100, overload);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const work = (id: number) => async () => {
      order.push(id);
      most = Math.max(most, (running += 1));
      await Promise.resolve();
      running -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, (_, id) => slots.run(work(id))));
    expect(most).toBe(2);
    expect(order).toEqual(Array.from({ length: 20 }, (_, id) => id));
  });

  it('refuses whom the queue has no place for, and serves the others', async () => {
    const slots = new WorkSlots(1, 1, overload);
    const first = heldWork();
    const running = slots.run(first.work);
    const waiting = slots.run(() => Promise.resolve('served'));
    await expect(slots.run(() => Promise.resolve())).rejects.toThrow('overload');
    first.finish();
    await running;
    await expect(waiting).resolves.toBe('served');
  });

  it('gives the slot back after a failure', async () => {
    const slots = new WorkSlots(1, 0, overload);
    await expect(slots.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(slots.run(() => Promise.resolve('next'))).resolves.toBe('next');
  });
});
