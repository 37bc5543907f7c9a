import { quotedMessage, sampleRow } from '#web/testing/samples.ts';
import { outgoingMessages } from './outgoing.ts';
import type { Upload } from './uploads.ts';

const row = sampleRow({ last_seq: 7, text_limit: { limit: 10, unit: 'characters' } });
const draft = { text: 'one two three', client_id: 'k', isSaved: true };
const written = {
  row,
  draft,
  uploads: [] as Upload[],
  quoted: undefined,
  user_id: 'u',
  now: new Date('2026-03-02T12:00:00Z'),
};

describe('the messages of a draft', () => {
  it('are as many as the platform needs, each with a client id that stays the same', () => {
    const messages = outgoingMessages({ ...written, mode: 'reply' });
    expect(messages.map(({ content, client_id }) => [client_id, content])).toEqual([
      ['k', 'one two'],
      ['k-1', 'three'],
    ]);
    expect(messages.every(({ last_seen_seq: seen }) => seen === 7)).toBe(true);
  });

  it('carry the quote in the first one', () => {
    const quoted = quotedMessage();
    const messages = outgoingMessages({ ...written, mode: 'reply', quoted });
    expect(messages.map((message) => message.quoted)).toEqual([quoted, undefined]);
  });

  it('are one note, whatever the limit of the platform', () => {
    const [note, ...others] = outgoingMessages({ ...written, mode: 'note' });
    expect(note).toMatchObject({ content: 'one two three', visibility: 'internal' });
    expect(others).toEqual([]);
  });

  it('have the files in the first one, also without text', () => {
    const file = new File(['%PDF'], 'card.pdf');
    const noDetails = { name: null, width: null, height: null, duration_sec: null };
    const stored = {
      url: 'https://salon.example/f/1',
      type: 'file' as const,
      mime_type: 'application/pdf',
      size: 4,
      ...noDetails,
    };
    const uploads: Upload[] = [{ id: '1', conversation_id: 'c1', file, progress: 1, stored }];
    const attachments = [{ url: stored.url, type: 'file', file_description: 'card.pdf' }];
    const [first, second] = outgoingMessages({ ...written, mode: 'reply', uploads });
    expect([first?.attachments, second?.attachments]).toEqual([attachments, []]);
    const [alone] = outgoingMessages({ ...written, mode: 'reply', uploads, draft: { ...draft, text: ' ' } });
    expect(alone).toMatchObject({ content: '', attachments });
  });
});
