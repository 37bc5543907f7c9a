import { useTranslation } from 'react-i18next';
import { PickDialog } from '#web/ui/pick-dialog.tsx';
import type { NewPlace } from '../builder-context.ts';
import { PALETTE, type PaletteKind } from '../new-node.ts';

interface AddDialogProps {
  place: NewPlace;
  onPick: (kind: PaletteKind) => void;
  onClose: () => void;
}

/** Asks which step to add, by typing or by a click. After an outlet comes no trigger. */
export function AddDialog({ place, onPick, onClose }: AddDialogProps) {
  const { t } = useTranslation('flows');
  const choices = PALETTE.flatMap(({ group, kinds }) =>
    kinds.map((kind) => ({ id: kind, label: t(`kinds.${kind}`), hint: t(`palette.groups.${group}`) })),
  ).filter(({ id }) => id !== 'trigger' || !place.after);
  return (
    <PickDialog
      title={t('palette.add')}
      choices={choices}
      onPick={(kind) => onPick(kind as PaletteKind)}
      onClose={onClose}
    />
  );
}
