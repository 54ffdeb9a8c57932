import { type ActFrame, dayWords, NO_PENALTY_LABELS, type RegisterFacts, wide } from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import { OPINION_LABELS, OUTCOME_LABELS } from '../model-deciding.ts';
import { factWords, type Issues, penaltyWords, reportedRows, sheet } from './parts.ts';

type S = OrdinaryPenalty;

/** 行政处罚审批表: the whole way to the decision on one form of the organ's own, with everybody who has had a say in it (处罚法 57, 58). */
export function approvalIssues(s: S, reasons: string, frame: ActFrame, facts: RegisterFacts): Issues {
  const [report, { decision }] = [s.reports.at(-1), s];
  if (report === undefined || decision === null) return [];
  const none = decision.reason === null ? null : `不予行政处罚：${NO_PENALTY_LABELS[decision.reason]}`;
  const review = s.reviews.findLast((r) => r.reportNo === report.no);
  const discussion = s.discussions.findLast((d) => d.reportNo === report.no);
  return sheet('CT14-行政处罚审批表', s, frame, facts, {
    title: decision.outcome === 'penalty' ? '行政处罚决定审批表' : '不予行政处罚决定审批表',
    inside: true,
    number: s.number,
    rows: [
      ...reportedRows(s, report, facts),
      wide('认定的事实和证据', factWords(s).join('\n')),
      wide('违反的规定', report.violated),
      wide('处罚依据', report.basis),
      wide('告知和陈述申辩、听证的情况', heardWords(s)),
      wide('集体讨论', discussion === undefined ? null : `${dayWords(discussion.on)}：${discussion.conclusion}`),
      wide('拟作出的决定', decision.penalty === null ? (none ?? OUTCOME_LABELS[report.outcome]) : penaltyWords(s, decision.penalty)),
    ],
    opinions: [
      { label: '承办人意见', text: `建议${OUTCOME_LABELS[report.outcome]}。${report.tierReason}`, name: report.by.name, on: report.on },
      ...(review === undefined
        ? []
        : [{ label: '法制审核意见', text: `${OPINION_LABELS[review.opinion]}。${review.words}`, name: review.by.name, on: review.on }]),
      { label: '负责人审批意见', text: reasons, name: frame.actor.name, on: frame.legalDate },
    ],
  });
}

function heardWords(s: S): string | null {
  const notice = s.notices.findLast((n) => n.reportNo === s.reports.length);
  if (notice === undefined) return null;
  const own = s.statements.filter((one) => one.reportNo === s.reports.length);
  const taken = own.filter((one) => one.accepted === true).length;
  const statements =
    own.length > 0
      ? `提出陈述、申辩${own.length}次，经复核采纳${taken}次`
      : notice.waivedOn !== null
        ? '书面放弃陈述、申辩'
        : '没有提出陈述、申辩';
  const isHeard = s.hearing !== null && s.hearing.reportNo === s.reports.length && s.hearing.outcome === 'held';
  return `${dayWords(notice.receivedOn)}送达告知书；当事人${statements}${isHeard ? `；${dayWords(s.hearing?.doneOn ?? null)}举行听证` : ''}。`;
}
