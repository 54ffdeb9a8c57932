import { APPROVAL_SLIP, type DocumentTemplate, type Json } from '#law';
import { DECISION, INQUIRY, MEASURES_DECISION, MEASURES_DECISION_1, NOTICE, NOTIFICATION, OPINION, REMINDER } from './documents/letters.ts';
import { CHECK_SHEET, PERFORMANCE_REPORT, RESULT_REPORT, SERVICE_SLIP } from './documents/papers.ts';

/**
 * Every template version that a supervision document was ever printed with; facts were fixed by the act that issued
 * it. DOC-8, 9, 10, 37 as letters, 10 on measures, 11 送达回证, 12 reports, 13 reminder and check, 38 签批单.
 */
export const TEMPLATES: readonly DocumentTemplate<Json>[] = [
  NOTICE,
  OPINION,
  DECISION,
  INQUIRY,
  NOTIFICATION,
  MEASURES_DECISION_1,
  MEASURES_DECISION,
  SERVICE_SLIP,
  RESULT_REPORT,
  PERFORMANCE_REPORT,
  REMINDER,
  CHECK_SHEET,
  APPROVAL_SLIP,
];
