import { readFileSync } from 'node:fs';
import { SEND_FAILURE_CODES, sendFailure } from './send-failures.js';

/** Failures of the connection; the screens show the text of the API. */
const TEXTS = ['NO_MESSAGE_ID', 'TIMED_OUT', 'BROKEN_OFF'];

describe('the failures of a send', () => {
  it.each(['en', 'pt-BR'])('have words for staff in %s', (language) => {
    const read = (file: string): Record<string, Record<string, string>> =>
      JSON.parse(readFileSync(`web/src/locales/${language}/${file}.json`, 'utf8')) as never;
    const words = { ...read('common')['errors'], ...read('messages')['failures'] };
    expect(SEND_FAILURE_CODES.filter((code) => !words[code] && !TEXTS.includes(code))).toEqual([]);
  });

  it('have the class unknown only if the message may have arrived', () => {
    expect(SEND_FAILURE_CODES.filter((code) => sendFailure(code).outcome === 'unknown')).toEqual([
      'SERVER_ERROR',
      'TIMED_OUT',
      'BROKEN_OFF',
      'NO_MESSAGE_ID',
    ]);
  });
});
