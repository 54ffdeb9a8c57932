import * as assistance from '#coordination/assistance';
import { HELD_REPORT } from '#enforcement/case-reports';
import { CORRECTION_ORDER } from '#enforcement/correction-order';
import * as ordinaryPenalty from '#enforcement/ordinary-penalty';
import * as penaltyRecords from '#enforcement/penalty-records';
import * as summaryPenalty from '#enforcement/summary-penalty';
import type { DocumentTemplate, Json, MatterKind } from '#law';
import { anyKind } from '#platform/acts/kinds';
import * as certificates from '#registers/certificates';
import * as delegations from '#registers/delegations';
import { DISCRETION_BENCHMARK } from '#registers/discretion-benchmarks';
import * as guidance from '#registers/guidance';
import { HANDLING_MODE } from '#registers/handling-modes';
import { LAW_CHANGE, LAW_IMPORT, LAW_LINKS } from '#registers/law-library';
import * as listChanges from '#registers/list-changes';
import { REGISTER_LOAD } from '#registers/organisations';
import * as specialSupervisors from '#registers/special-supervisors';
import * as subjectChanges from '#registers/subject-changes';
import * as subjectReviews from '#registers/subject-reviews';
import * as caseSupervision from '#supervision/case-supervision';
import * as majorPenaltyFilings from '#supervision/major-penalty-filings';
import * as normativeFilings from '#supervision/normative-filings';
import * as noticesAndTalks from '#supervision/notices-and-talks';
import { ALERT_CHECK } from '#supervision/online-watch';
import * as referrals from '#supervision/referrals';
import * as supervisionDocument from '#supervision/supervision-document';
import { UNFINISHED_EFFECT } from '#supervision/unfinished-effects';

/** Every kind of matter of every room, in the order of the 细则. Adding a capability is one folder and one line here. */
export const KINDS: readonly MatterKind[] = [
  anyKind(REGISTER_LOAD),
  anyKind(LAW_IMPORT),
  anyKind(LAW_CHANGE),
  anyKind(LAW_LINKS),
  anyKind(subjectChanges.SUBJECT_CHANGE),
  anyKind(subjectReviews.SUBJECT_REVIEW),
  anyKind(certificates.CERTIFICATE_AFFAIR),
  anyKind(specialSupervisors.SPECIAL_SUPERVISOR),
  anyKind(delegations.DELEGATION),
  anyKind(guidance.GUIDANCE),
  anyKind(listChanges.LIST_CHANGE),
  anyKind(DISCRETION_BENCHMARK),
  anyKind(HANDLING_MODE),
  anyKind(ordinaryPenalty.ORDINARY_PENALTY),
  anyKind(summaryPenalty.SUMMARY_PENALTY),
  anyKind(CORRECTION_ORDER),
  anyKind(HELD_REPORT),
  anyKind(penaltyRecords.PENALTY_RECORD),
  anyKind(assistance.ASSISTANCE),
  anyKind(majorPenaltyFilings.MAJOR_PENALTY_FILING),
  anyKind(ALERT_CHECK),
  anyKind(caseSupervision.CASE_SUPERVISION),
  anyKind(normativeFilings.NORMATIVE_FILING),
  anyKind(referrals.REFERRAL),
  anyKind(referrals.SEALED_REFERRAL),
  anyKind(noticesAndTalks.NOTICE_AND_TALK),
  anyKind(supervisionDocument.SUPERVISION_DOCUMENT),
  anyKind(UNFINISHED_EFFECT),
];

/** Every template of every room and version; old versions stay for ever. */
export const TEMPLATES: readonly DocumentTemplate<Json>[] = [
  ...subjectChanges.TEMPLATES,
  ...subjectReviews.TEMPLATES,
  ...certificates.TEMPLATES,
  ...specialSupervisors.TEMPLATES,
  ...delegations.TEMPLATES,
  ...listChanges.TEMPLATES,
  ...ordinaryPenalty.TEMPLATES,
  ...guidance.TEMPLATES,
  ...summaryPenalty.TEMPLATES,
  ...assistance.TEMPLATES,
  ...majorPenaltyFilings.TEMPLATES,
  ...caseSupervision.TEMPLATES,
  ...normativeFilings.TEMPLATES,
  ...referrals.TEMPLATES,
  ...noticesAndTalks.TEMPLATES,
  ...supervisionDocument.TEMPLATES,
];
