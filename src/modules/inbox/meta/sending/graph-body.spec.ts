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
    const command = {
      message: {},
      part: { attachments: [attachment] },
      recipientId: '5511977776666',
    } as unknown as SendCommand;
    expect(whatsappBody(command)).toMatchObject({ type: 'document', document: { link, ...named } });
  });

  it('puts the values of a template into its parts', () => {
    const parameters = [
      { place: 'header', name: 'pet_name', text: 'Luna' },
      { place: 'body', text: 'Ana' },
      { place: 'body', text: '10:00' },
      { place: 'button', index: 1, text: 'x1' },
    ];
    const template = { name: 'visit', language: 'pt_BR', parameters };
    const part = { attachments: [], pieceIndexes: [0] };
    const command = { message: { template }, part, recipientId: '5511977776666' } as unknown as SendCommand;
    const value = (text: string): object => ({ type: 'text', text });
    expect(whatsappBody(command)).toMatchObject({
      type: 'template',
      template: {
        name: 'visit',
        language: { code: 'pt_BR' },
        components: [
          { type: 'header', parameters: [{ ...value('Luna'), parameter_name: 'pet_name' }] },
          { type: 'body', parameters: [value('Ana'), value('10:00')] },
          { type: 'button', sub_type: 'url', index: '1', parameters: [value('x1')] },
        ],
      },
    });
  });
});
