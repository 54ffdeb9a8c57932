import {
  type ActFrame,
  chineseDay,
  type DocumentIssue,
  isDemonstration,
  type LocalDate,
  nameOf,
  type RegisterFacts,
  servedLetter,
} from '#law';
import { CONCLUSION_LABELS, type SubjectReview } from '../model.ts';

/** DOC-29 (主体公告) of a periodic review. */
export type ReviewFacts = {
  readonly issuer: string;
  readonly number: string;
  readonly year: number;
  readonly approval: string;
  readonly rows: readonly { readonly no: number; readonly unit: string; readonly conclusion: string; readonly reason: string }[];
  readonly signedOn: LocalDate;
  readonly contact: string;
  readonly demonstration: boolean;
};

/** The public announcement, told to nobody outside the bureau before it is published: which subjects stay, which change, which end, in the order in which the round names them. */
export function announcement(s: SubjectReview, contact: string, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const rows = s.units.map((unitId, i) => {
    const { conclusion = 'keep', reason = '' } = s.conclusions.find((c) => c.unitId === unitId) ?? {};
    return { no: i + 1, unit: nameOf(facts, unitId), conclusion: CONCLUSION_LABELS[conclusion], reason };
  });
  const made: ReviewFacts = {
    issuer: nameOf(facts, s.bureauId),
    number: frame.number?.text ?? '',
    year: s.year,
    approval: s.approval === null ? '' : `${nameOf(facts, s.governmentId ?? '')}批准（${s.approval.number}，${chineseDay(s.approval.on)}）`,
    rows,
    signedOn: frame.legalDate,
    contact,
    demonstration: isDemonstration(facts, [s.bureauId, ...s.units]),
  };
  return [servedLetter({ kind: 'DOC-29-清理', name: '行政执法主体清理公告', template: 'subject-review-announcement', facts: made })];
}
