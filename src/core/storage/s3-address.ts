/** `s3://key:secret@host[:port]/bucket?region=..&tls=on|off` */
export interface S3Address {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

const DEFAULT_REGION = 'us-east-1';
const BUCKET = /^\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/;

/** @throws Error that never repeats the address, since it holds the secret */
export function parseS3Address(storageUrl: string): S3Address {
  const url = URL.canParse(storageUrl) ? new URL(storageUrl) : undefined;
  const bucket = url && BUCKET.exec(url.pathname)?.[1];
  const tls = url?.searchParams.get('tls') ?? 'on';
  if (
    url?.protocol !== 's3:' ||
    !url.host ||
    !url.username ||
    !url.password ||
    !bucket ||
    !['on', 'off'].includes(tls)
  ) {
    throw new Error('STORAGE_URL must look like s3://key:secret@host/bucket?region=..&tls=on|off');
  }
  return {
    endpoint: `${tls === 'on' ? 'https' : 'http'}://${url.host}`,
    bucket,
    region: url.searchParams.get('region') ?? DEFAULT_REGION,
    accessKey: decodeURIComponent(url.username),
    secretKey: decodeURIComponent(url.password),
  };
}
