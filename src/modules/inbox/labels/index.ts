export { MAX_LABEL_LENGTH } from './dto/label.dto.js';
export type {} from './labels.events.js';
export { ApplyLabelChange } from './labels.jobs.js';
export { LabelsModule } from './labels.module.js';
export { LabelsService } from './labels.service.js';
