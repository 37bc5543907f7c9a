import { useTranslation } from 'react-i18next';
import type { SheetVisit } from '../day-sheet-rows.ts';
import type { SheetWords } from '../use-sheet-words.ts';
import classes from '../day-sheet.module.css';

interface SheetTableProps {
  visits: readonly SheetVisit[];
  words: SheetWords;
  /** Replaces the times of a visit; each text is a line. */
  when?: (visit: SheetVisit) => string[];
}

/** Visits below each other, each with a box to tick. */
export function SheetTable({ visits, words, when = (visit) => [words.times(visit)] }: SheetTableProps) {
  const { t } = useTranslation('calendar');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('sheet.time')}</th>
          <th scope="col">{t('sheet.pet')}</th>
          <th scope="col">{t('customer')}</th>
          <th scope="col">{t('sheet.service')}</th>
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <tr key={visit.row._id}>
            <td>
              <div className={classes.time}>
                <span className={classes.box} aria-hidden />
                <span>
                  {when(visit).map((line) => (
                    <span key={line} className={classes.line}>
                      {line}
                    </span>
                  ))}
                </span>
              </div>
            </td>
            <td>
              {visit.row.pets.map((pet) => (
                <PetLines key={pet._id} pet={pet} words={words} />
              ))}
            </td>
            <td>
              <strong>{visit.row.contact?.full_name}</strong>
              {visit.row.contact?.phone && <span className={classes.line}>{visit.row.contact.phone}</span>}
            </td>
            <td>
              <strong>{words.serviceOf(visit.row, visit.addOns)}</strong>
              {visit.gates.length > 0 && (
                <span className={classes.line}>{t('sheet.missing', { names: visit.gates.join(', ') })}</span>
              )}
              {visit.row.notes && <span className={classes.line}>{visit.row.notes}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PetLines({ pet, words }: { pet: SheetVisit['row']['pets'][number]; words: SheetWords }) {
  const alerts = words.alertsOf(pet);
  const traits = words.traitsOf(pet);
  return (
    <div className={classes.pet}>
      <strong>{pet.name}</strong>
      {traits && <span className={classes.line}>{traits}</span>}
      {alerts && (
        <span className={classes.line}>
          <strong>! {alerts}</strong>
        </span>
      )}
      {pet.notes && <span className={classes.line}>{pet.notes}</span>}
    </div>
  );
}
