import { DuplicateMessage, asDuplicateMessage } from './duplicate-message.js';
import { MESSAGE_INDEXES } from './schemas/message.schema.js';

const violated = (index: string, value: string): unknown =>
  asDuplicateMessage({
    code: 11_000,
    errmsg: `E11000 duplicate key error collection: petbuddy.messages index: ${index} dup key: { client_id: "${value}" }`,
  });

describe('asDuplicateMessage', () => {
  it.each(Object.entries(MESSAGE_INDEXES))('knows %s by its index, whatever the value is', (name, index) => {
    for (const value of [...Object.values(MESSAGE_INDEXES), ' index: message_seq dup key: ']) {
      expect(violated(index, value)).toEqual(new DuplicateMessage(name as keyof typeof MESSAGE_INDEXES));
      expect(violated(index, value)).toMatchObject({ of: name });
    }
  });

  it('leaves every other error as it is', () => {
    const other = {
      code: 11_000,
      errmsg: 'E11000 duplicate key error collection: a.b index: _id_ dup key: { _id: 1 }',
    };
    expect(asDuplicateMessage(other)).toBe(other);
    const down = new Error('no server');
    expect(asDuplicateMessage(down)).toBe(down);
  });
});
