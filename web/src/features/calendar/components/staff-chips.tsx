import { useTranslation } from 'react-i18next';
import classes from './staff-chips.module.css';

interface StaffChipsProps {
  people: readonly { _id: string; name: string }[];
  chosen: readonly string[];
  /** At most so many at once. */
  most?: number | undefined;
  onChange: (ids: string[] | undefined) => void;
}

/** Chooses whose days are shown. Nobody chosen means everybody. */
export function StaffChips({ people, chosen, most = Infinity, onChange }: StaffChipsProps) {
  const { t } = useTranslation('calendar');
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-most);
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <div className={classes.chips} role="group" aria-label={t('people')}>
      {people.map(({ _id, name }) => (
        <button
          key={_id}
          type="button"
          className={classes.chip}
          aria-pressed={chosen.includes(_id)}
          onClick={() => toggle(_id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
