import { useTranslation } from 'react-i18next';
import { clockTime, dateOf, shortDate, useTimeSettings } from '#web/lib/time/company-time.ts';
import { type BoardingDay, kennelNames } from '../boarding-rows.ts';
import { sheetVisit, type SheetVisit } from '../day-sheet-rows.ts';
import type { Diary } from '../diary-merge.ts';
import { shownEnd } from '../early-pick-up.ts';
import type { SheetWords } from '../use-sheet-words.ts';
import { SheetTable } from './sheet-table.tsx';
import classes from '../day-sheet.module.css';

interface BoardingSheetProps {
  stays: BoardingDay;
  diary: Diary;
  words: SheetWords;
}

/** Who comes, who leaves and who stays over night. */
export function BoardingSheet({ stays, diary, words }: BoardingSheetProps) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const when = (part: keyof BoardingDay) => (visit: SheetVisit) => {
    const end = shownEnd(visit.row);
    const until = t('boarding.until', { date: shortDate(dateOf(end, time), time) });
    const shown = {
      arrivals: [clockTime(visit.row.starts_at, time), until],
      departures: [clockTime(end, time)],
      staying: [until],
    };
    return [...shown[part], kennelNames(visit.row, diary)].filter(Boolean);
  };
  return (
    <>
      {(['arrivals', 'departures', 'staying'] as const).map(
        (part) =>
          stays[part].length > 0 && (
            <section key={part} className={classes.part}>
              <h2 className={classes.person}>
                {t('views.boarding')}: {t(`boarding.${part}`)}
              </h2>
              <SheetTable visits={stays[part].map((row) => sheetVisit(row))} words={words} when={when(part)} />
            </section>
          ),
      )}
    </>
  );
}
