import type { Schemas } from '#web/lib/api/client.ts';

type MediaLimit = NonNullable<Schemas['ChannelDto']['limits']>['media'][number];

type Problem = { max_bytes: number } | { max_bytes?: undefined; types: string[] };

/** The server sends an MP4 copy of these voice notes if the channel refuses the recording. */
const CONVERTED: ReadonlySet<string> = new Set(['audio/ogg', 'audio/webm']);
const COPY = 'audio/mp4';

/** Checks only the size if the browser does not know the type. */
export function limitProblem(
  media: readonly MediaLimit[],
  { type, size }: Pick<File, 'type' | 'size'>,
): Problem | null {
  const mime = type.split(';', 1)[0]!.trim();
  const limit = media.find(({ kind }) => kind === kindOf(mime));
  if (!limit) return { types: media.flatMap(({ types }) => types ?? []) };
  const forms = CONVERTED.has(mime) ? [mime, COPY] : [mime];
  if (limit.types && mime !== '' && !forms.some((one) => limit.types?.includes(one))) return { types: limit.types };
  return size > limit.max_bytes ? { max_bytes: limit.max_bytes } : null;
}

function kindOf(mime: string): MediaLimit['kind'] {
  if (mime === 'image/svg+xml') return 'file';
  const [family = ''] = mime.split('/', 1);
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
}
