import { whatsappBody } from './graph-body.js';
import type { SendCommand } from '../../message-sending/message-sender.js';

describe('whatsappBody', () => {
  it.each([
    ['vaccines.pdf', undefined, { filename: 'vaccines.pdf' }],
    ['Blood: results', undefined, { filename: 'Blood_ results.pdf', caption: 'Blood: results' }],
    [null, undefined, { filename: '0a1b2c.pdf' }],
    [null, 'company/2026/11/random.docx', { filename: 'document.docx' }],
  ])('names the document %j kept at %j', (file_description, storage_key, named) => {
    const link = 'https://files.example.com/0a1b2c.pdf';
    const attachment = { type: 'file', url: link, file_description, ...(storage_key ? { storage_key } : {}) };
    const command = { part: { attachments: [attachment] }, recipientId: '5511977776666' } as unknown as SendCommand;
    expect(whatsappBody(command)).toMatchObject({ type: 'document', document: { link, ...named } });
  });
});
