import { useTranslation } from 'react-i18next';
import { useBuilder } from '../builder-context.ts';
import { DRAGGED_KIND } from '../canvas/use-canvas-edits.ts';
import { PALETTE, PALETTE_KEYS } from '../new-node.ts';
import { NodeIcon } from '../node-icons.tsx';
import classes from './palette.module.css';

const KEY_OF = new Map(Object.entries(PALETTE_KEYS).map(([key, kind]) => [kind, key]));

/** All kinds of steps: a click adds one, a drag puts it where it is dropped. */
export function Palette() {
  const { t } = useTranslation('flows');
  const { editor } = useBuilder();
  return (
    <section className={classes.palette} aria-label={t('palette.title')} tabIndex={0}>
      {PALETTE.map(({ group, kinds }) => (
        <div key={group} className={classes.group}>
          <h2 className={classes.title}>{t(`palette.groups.${group}`)}</h2>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className={classes.item}
              draggable
              onDragStart={({ dataTransfer }) => dataTransfer.setData(DRAGGED_KIND, kind)}
              onClick={() => editor.add(kind)}
            >
              <NodeIcon kind={kind} />
              <span className={classes.name}>{t(`kinds.${kind}`)}</span>
              {KEY_OF.has(kind) && <kbd className={classes.key}>{KEY_OF.get(kind)}</kbd>}
            </button>
          ))}
        </div>
      ))}
    </section>
  );
}
