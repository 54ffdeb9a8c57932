import type { SupervisionRule } from '../rule.ts';
import type { CaseProcessFacts } from './case-facts.ts';
import { reviewedBeforeDecided } from './D01-reviewed-before-decided.ts';
import { decidedTogether } from './D02-decided-together.ts';
import { decisionComplete } from './D03-decision-complete.ts';
import { finedWithinLaw } from './D04-fined-within-law.ts';
import { correctionOrdered } from './D06-correction-ordered.ts';
import { capableOfPenalty } from './D07-capable-of-penalty.ts';
import { summaryOnRecord } from './D09-summary-on-record.ts';
import { educatedInstead } from './D10-educated.ts';
import { eServiceAgreed } from './E02-e-service-agreed.ts';
import { publicServiceLast } from './E03-public-service-last.ts';
import { notCollectedByDecider } from './E04-not-collected-by-decider.ts';
import { collectedHandedIn } from './E05-collected-handed-in.ts';
import { surchargeWithinBounds } from './E06-surcharge-within-bounds.ts';
import { courtAskedInTime } from './E07-court-asked-in-time.ts';
import { urgedBeforeCourt } from './E08-urged-before-court.ts';
import { confiscatedDisposed } from './E09-confiscated-disposed.ts';
import { ownPlace } from './F02-own-place.ts';
import { filedWhenDue } from './F04-filed-when-due.ts';
import { filedBeforeTold } from './F05-filed-before-told.ts';
import { pausedByLaw } from './F07-paused-by-law.ts';
import { keepsMoving } from './F08-keeps-moving.ts';
import { cardShown } from './I01-card-shown.ts';
import { preservationSettled } from './I02-preservation-settled.ts';
import { preservationApproved } from './I03-preservation-approved.ts';
import { recordSigned } from './I04-record-signed.ts';
import { factProved } from './I05-fact-proved.ts';
import { evidenceBeforeReport } from './I06-evidence-before-report.ts';
import { monitoringReviewed } from './I07-monitoring-reviewed.ts';
import { stageRecorded } from './I08-stage-recorded.ts';
import { writtenDownInTime } from './I09-written-down-in-time.ts';
import { toldBeforeDecided } from './N01-told-before-decided.ts';
import { noticeComplete } from './N02-notice-complete.ts';
import { decidedAsTold } from './N03-decided-as-told.ts';
import { notHeavierForDefence } from './N04-not-heavier-for-defence.ts';
import { statementRechecked } from './N05-statement-rechecked.ts';
import { hearingOffered } from './N06-hearing-offered.ts';
import { hearingPeriodKept } from './N07-hearing-period-kept.ts';
import { hearingNotifiedAhead } from './N08-hearing-notified-ahead.ts';
import { hearingOpenAndRecorded } from './N09-hearing-open-and-recorded.ts';
import { keptToBenchmark } from './Q01-kept-to-benchmark.ts';
import { letGoWhenDue } from './Q02-let-go-when-due.ts';
import { lessWithGround } from './Q03-less-with-ground.ts';
import { notTheMost } from './Q04-not-the-most.ts';
import { recusalDecided } from './S11-recusal-decided.ts';
import { reviewedApart } from './S12-reviewed-apart.ts';
import { crimeHandedOn } from './T01-crime-handed-on.ts';
import { crimeHandedOnInTime } from './T02-crime-handed-on-in-time.ts';
import { transferAnswered } from './T03-transfer-answered.ts';

/**
 * Rules about a whole case, in the order of the tables: how it came about, was told, heard, reviewed, decided, served and
 * carried out. They see a case that is handled here and one that is reported alike.
 */
export const CASE_RULES: readonly SupervisionRule<CaseProcessFacts>[] = [
  recusalDecided,
  reviewedApart,
  ownPlace,
  filedWhenDue,
  filedBeforeTold,
  pausedByLaw,
  keepsMoving,
  cardShown,
  preservationSettled,
  preservationApproved,
  recordSigned,
  factProved,
  evidenceBeforeReport,
  monitoringReviewed,
  stageRecorded,
  writtenDownInTime,
  toldBeforeDecided,
  noticeComplete,
  decidedAsTold,
  notHeavierForDefence,
  statementRechecked,
  hearingOffered,
  hearingPeriodKept,
  hearingNotifiedAhead,
  hearingOpenAndRecorded,
  reviewedBeforeDecided,
  decidedTogether,
  decisionComplete,
  finedWithinLaw,
  correctionOrdered,
  capableOfPenalty,
  summaryOnRecord,
  educatedInstead,
  eServiceAgreed,
  publicServiceLast,
  notCollectedByDecider,
  collectedHandedIn,
  surchargeWithinBounds,
  courtAskedInTime,
  urgedBeforeCourt,
  confiscatedDisposed,
  keptToBenchmark,
  letGoWhenDue,
  lessWithGround,
  notTheMost,
  crimeHandedOn,
  crimeHandedOnInTime,
  transferAnswered,
];
