/** What search engines and link previews say about a page. */
export interface PageHead {
  readonly title: string;
  readonly description?: string;
  /** Absolute. */
  readonly url?: string;
  /** Absolute. */
  readonly image?: string;
  readonly locale?: string;
  /** Whether search engines may list the page. */
  readonly isListed: boolean;
}

/** The built page has these two lines; see `web/book.html`. */
const TITLE = /<title>[^<]*<\/title>/;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Puts title and meta tags into a page. Texts of companies are escaped. */
export function withHead(page: string, head: PageHead): string {
  const { title, description, url, image, locale, isListed } = head;
  const properties = { 'og:type': 'website', 'og:title': title, 'og:description': description, 'og:url': url };
  const more = { 'og:image': image, 'og:locale': locale?.replace('-', '_') };
  const tags = [
    `<title>${escapeHtml(title)}</title>`,
    ...(description ? [`<meta name="description" content="${escapeHtml(description)}" />`] : []),
    `<meta name="robots" content="${isListed ? 'index, follow' : 'noindex, nofollow'}" />`,
    ...Object.entries({ ...properties, ...more }).flatMap(([property, content]) =>
      content ? [`<meta property="${property}" content="${escapeHtml(content)}" />`] : [],
    ),
  ];
  // A function, because `$` in a text would have a meaning.
  return page.replace(TITLE, () => tags.join('\n    '));
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
