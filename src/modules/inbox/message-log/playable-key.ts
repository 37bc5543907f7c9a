const VOICE_FILE = /\.(ogg|oga|opus|webm|weba)$/;

export const PLAYABLE_MIME = 'audio/mp4';

/** The key of the second, playable copy of a voice recording; undefined for a file that never has one. */
export function playableKeyOf(storageKey: string): string | undefined {
  return VOICE_FILE.test(storageKey) ? storageKey.replace(VOICE_FILE, '-playable.m4a') : undefined;
}
