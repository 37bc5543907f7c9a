import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from './ledger.ts';

describe('Ledger', () => {
  it('keeps entries in order and filters them', () => {
    const ledger = new Ledger({ now: () => 0 });
    ledger.append('bot.call', { a: 1 });
    ledger.append('bot.message', { a: 2 }, 'm_1');
    expect(ledger.entries()).toHaveLength(2);
    expect(ledger.entries({ after: 1 }).map((entry) => entry.seq)).toEqual([2]);
    expect(ledger.entries({ kind: 'bot.message', id: 'm_1' })).toEqual([
      { seq: 2, at: '1970-01-01T00:00:00.000Z', kind: 'bot.message', id: 'm_1', data: { a: 2 } },
    ]);
  });

  it('waits for an entry that is there and for one that comes', async () => {
    const ledger = new Ledger();
    ledger.append('bot.call', {});
    expect((await ledger.waitFor((entry) => entry.kind === 'bot.call')).seq).toBe(1);
    const later = ledger.waitFor((entry) => entry.id === 'm_2');
    ledger.append('bot.message', {}, 'm_1');
    ledger.append('bot.message', {}, 'm_2');
    expect((await later).seq).toBe(3);
    await expect(ledger.waitFor(() => false, 1)).rejects.toThrow('the last were: bot.call, bot.message, bot.message');
  });

  it('appends JSON lines to a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
    const file = join(folder, 'ledger.jsonl');
    const ledger = new Ledger({ file });
    ledger.append('graph.call', { path: '/me' });
    ledger.append('graph.call', { path: '/x' });
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(ledger.entries());
    ledger.close();
    rmSync(folder, { recursive: true });
  });
});
