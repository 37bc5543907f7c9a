import { GRAPH, type MetaPlatform } from '../meta/meta-platforms.js';
import type { Platform } from '../../customers/contacts/index.js';
import type { AttachmentType } from '../message-log/index.js';
import { assertFilesFit, fileToSend } from './file-limits.js';

const MIB = 1024 * 1024;

describe('assertFilesFit', () => {
  it.each<[Platform, AttachmentType, string, number]>([
    ['whatsapp', 'image', 'image/png', 5 * MIB],
    ['whatsapp', 'audio', 'audio/ogg; codecs=opus', 16 * MIB],
    ['whatsapp', 'file', 'application/pdf', 25 * MIB],
    ['instagram', 'image', 'image/jpeg', 8 * MIB],
    ['facebook', 'video', 'video/webm', 25 * MIB],
  ])('takes the largest file of %s, kind %s and type %s, and names the limit for a larger one', (...row) => {
    const [platform, type, mime_type, max] = row;
    const sized = (size: number) => [{ type, mime_type, size }];
    expect(() => assertFilesFit(platform, sized(max))).not.toThrow();
    const details = { platform, kind: type, max_bytes: max, size: max + 1 };
    const refusal = expect.objectContaining({ code: 'FILE_TOO_LARGE', status: 413, details }) as Error;
    expect(() => assertFilesFit(platform, sized(max + 1))).toThrow(refusal);
  });

  it.each<[Platform, AttachmentType, string]>([
    ['whatsapp', 'image', 'image/webp'],
    ['whatsapp', 'audio', 'audio/webm'],
    ['instagram', 'file', 'text/plain'],
  ])('refuses on %s a file of kind %s and type %s, and names the types that fit', (platform, type, mime_type) => {
    const details = { platform, kind: type, types: expect.arrayContaining([expect.any(String)]) as unknown };
    const refusal = expect.objectContaining({ code: 'FILE_TYPE_UNSUPPORTED', status: 422, details }) as Error;
    expect(() => assertFilesFit(platform, [{ type, mime_type, size: 1 }])).toThrow(refusal);
  });

  it.each<[MetaPlatform, string, string]>([
    ['whatsapp', 'audio/webm', 'webm'],
    ['instagram', 'audio/ogg; codecs=opus', 'ogg'],
    ['instagram', 'audio/webm', 'webm'],
  ])('sends on %s the MP4 copy of a voice note of type %s', (platform, mime_type, extension) => {
    const voice = {
      type: 'audio' as const,
      mime_type,
      size: 1,
      storage_key: `c/v.${extension}`,
      has_playable_copy: true,
    };
    expect(() => assertFilesFit(platform, [voice])).not.toThrow();
    const copy = { ...voice, mime_type: 'audio/mp4', storage_key: 'c/v-playable.m4a' };
    expect(fileToSend({ platform, provider: GRAPH }, voice)).toEqual(copy);
  });

  it('sends the voice note itself if the platform takes its type', () => {
    const voice = { type: 'audio' as const, mime_type: 'audio/ogg', storage_key: 'c/v.ogg', has_playable_copy: true };
    for (const platform of ['whatsapp', 'facebook'])
      expect(fileToSend({ platform, provider: GRAPH }, voice)).toBe(voice);
  });

  it('does not check a file at another address, whose size and type are unknown', () => {
    expect(() => assertFilesFit('instagram', [{ type: 'file' }])).not.toThrow();
  });
});
