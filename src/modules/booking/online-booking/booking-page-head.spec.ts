import { withHead } from './booking-page-head.js';

const PAGE = '<head><title>PetBuddy</title><script src="/boot.js"></script></head><body></body>';

describe('withHead', () => {
  it('replaces the title and adds what link previews read', () => {
    const page = withHead(PAGE, {
      title: 'Patas',
      description: 'Book a bath',
      url: 'https://pets.example/book/patas',
      image: 'https://pets.example/logo.png',
      locale: 'pt-BR',
      isListed: true,
    });
    for (const tag of [
      '<title>Patas</title>',
      '<meta name="description" content="Book a bath" />',
      '<meta name="robots" content="index, follow" />',
      '<meta property="og:title" content="Patas" />',
      '<meta property="og:url" content="https://pets.example/book/patas" />',
      '<meta property="og:image" content="https://pets.example/logo.png" />',
      '<meta property="og:locale" content="pt_BR" />',
    ])
      expect(page).toContain(tag);
    expect(page).not.toContain('PetBuddy');
  });

  it('writes no tag without a text, and hides the page from search engines', () => {
    const page = withHead(PAGE, { title: 'Your appointment', isListed: false });
    expect(page).toContain('<meta name="robots" content="noindex, nofollow" />');
    expect(page).not.toMatch(/description|og:url|og:image/);
  });

  it.each(['</title><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onload='alert(1)", "$& $1 $` $'"])(
    'escapes the text %s',
    (text) => {
      const page = withHead(PAGE, { title: text, description: text, isListed: true });
      expect(page.match(/<script/g)).toHaveLength(1);
      expect(page).not.toMatch(/<img|<title>[^<]*<(?!\/title>)|content="[^"]*"[^ ]/);
      const decoded = /<title>([^<]*)<\/title>/.exec(page)?.[1]?.replace(/&(#39|\w+);/g, (_, name: string) => {
        const characters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
        return characters[name] ?? '';
      });
      expect(decoded).toBe(text);
    },
  );
});
