export type {} from './customer-imports.events.js';
export { CustomerImportsModule } from './customer-imports.module.js';
export { detectFormat, readRows } from './csv-file.js';
export { BrokenRowDto } from './dto/customer-import.dto.js';
export type { ImportField } from './import-fields.js';
export {
  type ImportKind,
  ImportKinds,
  type NumberedRow,
  type Rehearsal,
  type RowReading,
  type UndoPass,
} from './import-kind.js';
export { codesOfRowProblems, kindsOfImports } from './migrations/kinds-of-imports.js';
export { readAmount, readDuration, readTime } from './import-values.js';
export { RowCells, type RowProblem, rowProblemOf } from './row-cells.js';
export { nameOf } from './row-reader.js';
export {
  type CustomerImport,
  type CustomerImportRow,
  type MadeDocument,
  type RowPlan,
  rowPlan,
} from './schemas/customer-import.schema.js';
