import {
  IconBrandFacebook,
  IconBrandInstagram,
  IconBrandTelegram,
  IconBrandWhatsapp,
  IconMessage,
  IconWorld,
} from '@tabler/icons-react';
import { useState } from 'react';
import { fileUrl } from '#web/lib/file-url.ts';
import type { Schemas } from '#web/lib/api/client.ts';
import { PLATFORM_NAMES } from './platform-names.ts';
import classes from './contact-avatar.module.css';

type Platform = Schemas['ConversationDto']['platform'];

const GLYPHS = {
  instagram: IconBrandInstagram,
  facebook: IconBrandFacebook,
  whatsapp: IconBrandWhatsapp,
  telegram: IconBrandTelegram,
  web: IconWorld,
  other: IconMessage,
} as const;

const COLOUR_PAIRS = 8;

interface AvatarProps {
  id: string;
  name: string;
  url: string | null;
  platform?: Platform;
  /** 18, 28, 40 or 72 pixels. */
  size?: 'tiny' | 'small' | 'medium' | 'large';
}

/** A person's picture, or the initials on one of eight colours, with the mark of the platform. */
export function ContactAvatar(props: AvatarProps) {
  const { id, name, platform, size = 'medium' } = props;
  const [broken, setBroken] = useState<string>();
  const picture = fileUrl(props.url);
  const Glyph = platform && GLYPHS[platform];
  return (
    <span className={classes.root} data-size={size}>
      {picture && picture !== broken ? (
        // An address expires after a day, which a tab may be open for.
        <img className={classes.face} src={picture} alt="" loading="lazy" onError={() => setBroken(picture)} />
      ) : (
        <span className={classes.face} data-colour={hash(id) % COLOUR_PAIRS} aria-hidden>
          {initials(name)}
        </span>
      )}
      {Glyph && (
        <span className={classes.glyph} title={PLATFORM_NAMES[platform]}>
          <Glyph size={14} stroke={2} role="img" aria-label={PLATFORM_NAMES[platform]} />
        </span>
      )}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first = '?', last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return (first.slice(0, 1) + (last?.slice(0, 1) ?? '')).toLocaleUpperCase();
}

function hash(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
