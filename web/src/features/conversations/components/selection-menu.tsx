import type { BulkAction } from '../bulk-actions.ts';
import { rowOf } from '../conversations-queries.ts';
import type { Selection } from '../selection.ts';
import { AssignDialog, LabelDialog, SnoozeDialog } from './choice-dialogs.tsx';

export type SelectionMenuKind = 'assign' | 'label' | 'snooze';

interface SelectionMenuProps {
  kind: SelectionMenuKind;
  chosen: Selection;
  onPick: (action: BulkAction) => void;
  onClose: () => void;
}

/** The dialog for one kind of change of the chosen conversations. */
export function SelectionMenu({ kind, chosen, onPick, onClose }: SelectionMenuProps) {
  switch (kind) {
    case 'assign':
      return (
        <AssignDialog assigneeId={undefined} onPick={(assigned_to) => onPick({ assigned_to })} onClose={onClose} />
      );
    case 'label': {
      const labels = sharedLabels(chosen);
      return (
        <LabelDialog
          labels={labels}
          onToggle={(name) => onPick(labels.includes(name) ? { remove_label: name } : { add_label: name })}
          onClose={onClose}
        />
      );
    }
    case 'snooze':
      return (
        <SnoozeDialog onPick={(snoozed_until) => onPick({ status: 'snoozed', snoozed_until })} onClose={onClose} />
      );
  }
}

/** Labels that every chosen conversation carries. */
function sharedLabels({ ids }: Selection): string[] {
  const [first, ...others] = ids.map((id) => rowOf(id)?.labels ?? []);
  return (first ?? []).filter((label) => others.every((labels) => labels.includes(label)));
}
