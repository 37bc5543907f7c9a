export { GroupCommit, type ItemOutcome, outcomesOfBulk } from './group-commit.js';
export { SingleFlight } from './single-flight.js';
