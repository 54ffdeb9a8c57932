import { type ActFrame, dayWords, enforcersNamed, type InputOf, NO_PENALTY_LABELS, type RegisterFacts, short, wide, yuan } from '#law';
import type { FORMS } from '../forms.ts';
import { dueSum, paidFen } from '../lifecycle/money.ts';
import { ENDING_LABELS, type OrdinaryPenalty } from '../model.ts';
import { type Issues, ofParty, penaltyWords, sheet } from './parts.ts';

type S = OrdinaryPenalty;
type In<A extends keyof typeof FORMS> = InputOf<(typeof FORMS)[A]>;

const decisionOf = (s: S) => s.letters.findLast((l) => (l.kind === 'decision' || l.kind === 'no-penalty') && l.lapsed !== true);

/** 结案审批表. */
export function closingIssues(s: S, input: In<'close'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const { decision, publication } = s;
  const result =
    decision?.penalty != null
      ? penaltyWords(s, decision.penalty)
      : decision?.reason != null
        ? NO_PENALTY_LABELS[decision.reason]
        : s.endReason;
  return sheet('CT14-结案审批表', s, frame, facts, {
    title: '行政处罚案件结案审批表',
    inside: true,
    number: s.number,
    rows: [
      wide('案由', s.cause),
      wide('当事人', ofParty(s, 'name')),
      wide('承办人', enforcersNamed(s.handlerIds, facts)),
      short('立案日期', dayWords(s.filedOn)),
      short('决定日期', decision === null ? '／' : dayWords(decision.on)),
      short('决定书文号', decisionOf(s)?.number ?? '／'),
      short('结案方式', s.ending === null ? '／' : ENDING_LABELS[s.ending]),
      wide('处理结果', result),
      short('罚没应缴', yuan(dueSum(s))),
      short('已缴', yuan(paidFen(s))),
      wide(
        '公示情况',
        publication === null
          ? '／'
          : 'where' in publication
            ? `${dayWords(publication.on)}公示于${publication.where}`
            : `不公示：${publication.notBecause}`,
      ),
    ],
    opinions: [{ label: '负责人审批意见', text: input.summary, name: frame.actor.name, on: frame.legalDate }],
  });
}
