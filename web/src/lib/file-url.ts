/**
 * The address to load a stored file from: a path on this origin, whatever public address the API puts in front.
 * Undefined for files of other servers, which the page's policy does not load.
 */
export function fileUrl(url: string | null): string | undefined {
  if (url === null) return undefined;
  const { origin, pathname, search } = new URL(url, window.location.href);
  if (pathname.startsWith('/api/v1/media/')) return pathname + search;
  return origin === window.location.origin ? url : undefined;
}
