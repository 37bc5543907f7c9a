import classes from './list-skeleton.module.css';

const ROWS = 8;

/** Rows without words while a list loads. Shown only after 200 ms, so that quick answers do not flicker. */
export function ListSkeleton() {
  return (
    <div className={classes.list} aria-hidden>
      {Array.from({ length: ROWS }, (_, index) => (
        <div key={index} className={classes.row}>
          <span className={classes.face} />
          <span className={classes.lines}>
            <span className={classes.line} />
            <span className={classes.line} />
          </span>
        </div>
      ))}
    </div>
  );
}
