import { limitProblem } from './media-limits.ts';

const MIB = 1024 * 1024;
const media = [
  { kind: 'image' as const, max_bytes: 5 * MIB, types: ['image/jpeg', 'image/png'] },
  { kind: 'audio' as const, max_bytes: 16 * MIB, types: ['audio/ogg'] },
];

describe('a file that is chosen in the composer', () => {
  it('may be as large as the channel takes', () => {
    expect(limitProblem(media, { type: 'image/png', size: 5 * MIB })).toBeNull();
    expect(limitProblem(media, { type: 'image/png', size: 5 * MIB + 1 })).toEqual({ max_bytes: 5 * MIB });
  });

  it('may be a voice note that the server converts to MP4', () => {
    const audio = [{ kind: 'audio' as const, max_bytes: MIB, types: ['audio/mp4'] }];
    expect(limitProblem(audio, { type: 'audio/webm;codecs=opus', size: 1 })).toBeNull();
    expect(limitProblem(audio, { type: 'audio/ogg;codecs=opus', size: 1 })).toBeNull();
  });

  it('must have a type that the channel takes', () => {
    expect(limitProblem(media, { type: 'audio/ogg;codecs=opus', size: 1 })).toBeNull();
    expect(limitProblem(media, { type: 'audio/webm', size: 1 })).toEqual({ types: ['audio/ogg'] });
    expect(limitProblem(media, { type: 'video/mp4', size: 1 })).toEqual({
      types: ['image/jpeg', 'image/png', 'audio/ogg'],
    });
  });
});
