import { ALL_FORMATS, Conversion, FilePathSource, FilePathTarget, Input, Mp4OutputFormat, Output } from 'mediabunny';

/** Containers that Safari does not play; it plays Opus in MP4 since version 17. */
const NOT_EVERYWHERE = /^(audio\/(ogg|opus|webm|x-opus\+ogg)|video\/webm|application\/ogg)/;

export const PLAYABLE_MIME = 'audio/mp4';

/**
 * Puts a voice recording into an MP4 file beside it. The sound is copied, not encoded anew.
 * @returns the path of the copy; undefined for a file that needs none, or that is broken
 */
export async function makePlayableCopy(path: string, mime: string): Promise<string | undefined> {
  if (!NOT_EVERYWHERE.test(mime)) return undefined;
  const copy = `${path}.m4a`;
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  try {
    const output = new Output({
      format: new Mp4OutputFormat({ fastStart: 'in-memory' }),
      target: new FilePathTarget(copy),
    });
    const conversion = await Conversion.init({ input, output, video: { discard: true }, showWarnings: false });
    if (!conversion.isValid) return undefined;
    await conversion.execute();
    return copy;
  } catch {
    return undefined;
  } finally {
    input.dispose();
  }
}
