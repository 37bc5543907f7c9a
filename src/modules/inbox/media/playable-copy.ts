/** Containers that Safari does not play; it plays Opus in MP4 since version 17. */
const NOT_EVERYWHERE = /^(audio\/(ogg|opus|webm|x-opus\+ogg)|video\/webm|application\/ogg)/;

/**
 * Puts the sound of a voice recording into an MP4 file. It is copied, not encoded anew.
 * @returns undefined for a file that needs no copy, or that is broken
 */
export async function makePlayableCopy(path: string, mime: string): Promise<Buffer | undefined> {
  if (!NOT_EVERYWHERE.test(mime)) return undefined;
  // Large, and most processes never see a recording.
  const { ALL_FORMATS, BufferTarget, Conversion, FilePathSource, Input, Mp4OutputFormat, Output } =
    await import('mediabunny');
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  try {
    const target = new BufferTarget();
    const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
    const conversion = await Conversion.init({ input, output, video: { discard: true }, showWarnings: false });
    if (!conversion.isValid) return undefined;
    await conversion.execute();
    return target.buffer ? Buffer.from(target.buffer) : undefined;
  } catch {
    return undefined;
  } finally {
    input.dispose();
  }
}
