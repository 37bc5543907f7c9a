import { mentionedIn } from './mentions.js';

const people = ['Ana', 'Ana Maria', 'José (Zé)', 'Bruno Reis'].map((full_name) => ({ full_name }));

describe('mentions in a note', () => {
  it.each([
    ['@Ana Maria can you call?', ['Ana Maria']],
    ['@ana, and @BRUNO REIS!', ['Ana', 'Bruno Reis']],
    ['ask @jose (ze)', ['José (Zé)']],
    ['@Anabel is a customer, bruno reis is not called', []],
  ])('are found in "%s"', (text, names) => {
    expect(mentionedIn(text, people).map(({ full_name }) => full_name)).toEqual(names);
  });

  it('are not found if nobody has a name', () => {
    expect(mentionedIn('@ana', [])).toEqual([]);
  });
});
