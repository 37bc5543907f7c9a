import { asSound, isSound, maxBytesOf, maxReceivedBytesOf } from './file-kinds.js';

const MIB = 1024 * 1024;

describe('the size of a file', () => {
  it('may be 100 MB for a document of a customer, and 25 MB for one of the business', () => {
    expect([maxReceivedBytesOf('file'), maxBytesOf('file')]).toEqual([100 * MIB, 25 * MIB]);
  });
});

describe('a recording in the container of a video', () => {
  const details = { width: null, height: null, duration_sec: 2.5 };

  it('is sound where it has no picture', () => {
    expect(isSound({ mime: 'video/mp4', extension: 'mp4' }, details)).toBe(true);
    expect(isSound({ mime: 'video/mp4', extension: 'mp4' }, { ...details, width: 640, height: 480 })).toBe(false);
    expect(isSound({ mime: 'video/mp4', extension: 'mp4' }, { ...details, duration_sec: null })).toBe(false);
    expect(isSound({ mime: 'image/png', extension: 'png' }, details)).toBe(false);
  });

  it('gets the type and the extension of sound', () => {
    expect(asSound({ mime: 'video/mp4', extension: 'mp4' })).toEqual({ mime: 'audio/mp4', extension: 'm4a' });
    expect(asSound({ mime: 'video/webm', extension: 'webm' })).toEqual({ mime: 'audio/webm', extension: 'webm' });
  });
});
