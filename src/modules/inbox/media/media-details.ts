import { imageSizeFromFile } from 'image-size/fromFile';
import type { MediaDetails } from '../message-log/index.js';

/** EXIF orientations that show a picture on its side. */
const TURNED = 5;

const NOTHING: MediaDetails = { width: null, height: null, duration_sec: null };

/** Sizes in pixels, the duration in seconds; null where a file has none, or is broken. Nothing is decoded. */
export async function readDetails(path: string, mime: string): Promise<MediaDetails> {
  try {
    if (mime.startsWith('image/')) return await ofImage(path);
    if (mime.startsWith('audio/') || mime.startsWith('video/')) return await ofRecording(path);
  } catch {
    // Customers send broken files, too; they are kept as they are.
  }
  return NOTHING;
}

async function ofImage(path: string): Promise<MediaDetails> {
  const { width, height, orientation = 1 } = await imageSizeFromFile(path);
  const shown = orientation >= TURNED ? { width: height, height: width } : { width, height };
  return { ...NOTHING, ...shown };
}

async function ofRecording(path: string): Promise<MediaDetails> {
  // Large, and most processes never see a recording.
  const { ALL_FORMATS, FilePathSource, Input } = await import('mediabunny');
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  try {
    const video = await input.getPrimaryVideoTrack();
    const size = video ? { width: video.displayWidth, height: video.displayHeight } : {};
    return { ...NOTHING, ...size, duration_sec: Math.round((await input.computeDuration()) * 10) / 10 };
  } finally {
    input.dispose();
  }
}
