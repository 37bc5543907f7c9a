import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Hit, KINDS } from '../search-lines.ts';
import { HitLine } from './hit-line.tsx';
import classes from './search-box.module.css';

interface HitListProps {
  id: string;
  hits: readonly Hit[];
  place: number;
  onChoose: (place: number) => void;
  onOpen: (hit: Hit) => void;
}

/** What was found, in groups. The focus stays in the field, which names the chosen line. */
export function HitList({ id, hits, place, onChoose, onOpen }: HitListProps) {
  const { t } = useTranslation('search');
  useEffect(() => {
    void document.getElementById(`${id}-${place}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, place]);
  return (
    <div id={id} role="listbox" aria-label={t('results')}>
      {KINDS.filter((kind) => hits.some((hit) => hit.kind === kind)).map((kind) => (
        <div key={kind} role="group" aria-label={t(`kinds.${kind}`)}>
          <p className={classes.heading} aria-hidden>
            {t(`kinds.${kind}`)}
          </p>
          {hits.map((hit, index) =>
            hit.kind === kind ? (
              <div
                key={hit.found._id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === place}
                className={classes.line}
                onClick={() => onOpen(hit)}
                onPointerMove={() => onChoose(index)}
              >
                <HitLine hit={hit} />
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}
