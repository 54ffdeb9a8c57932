import { type ActFrame, DISPUTE_LABELS, dayWords, enforcersNamed, type InputOf, type RegisterFacts, short, wide, yuan } from '#law';
import type { FORMS } from '../forms.ts';
import { dueSum, fineOf, paidFen } from '../lifecycle/money.ts';
import { ENDING_LABELS, type OrdinaryPenalty } from '../model.ts';
import { NO_PENALTY_LABELS } from '../model-deciding.ts';
import { type Issues, letter, ofParty, partyLines, partyRows, penaltyWords, sheet } from './parts.ts';

type S = OrdinaryPenalty;
type In<A extends keyof typeof FORMS> = InputOf<(typeof FORMS)[A]>;

const decisionOf = (s: S) => s.letters.findLast((l) => l.kind === 'decision' || l.kind === 'no-penalty');

/** 延期（分期）缴纳罚款审批表. */
export function deferralIssues(s: S, input: In<'defer'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('CT14-延期分期审批表', s, frame, facts, {
    title: '延期（分期）缴纳罚款审批表',
    inside: true,
    rows: [
      wide('决定书文号', decisionOf(s)?.number ?? ''),
      ...partyRows(s),
      short('罚款', yuan(fineOf(s))),
      short('已缴纳', yuan(paidFen(s))),
      wide('当事人申请', input.asked),
      wide('延期、分期安排', input.plan),
      short('最后缴纳日期', dayWords(input.until)),
    ],
    opinions: [{ label: '负责人审批意见', text: input.opinion ?? '同意。', name: frame.actor.name, on: frame.legalDate }],
  });
}

/** 强制法 53: that no remedy was sought, or what became of the one that was. */
function remediesUsed({ disputes }: S): string {
  if (disputes.length === 0) return '被申请人在法定期限内没有申请行政复议或者提起行政诉讼，又不履行；';
  const told = disputes.map(
    (d) => `${dayWords(d.from)}受理的${DISPUTE_LABELS[d.way]}已于${dayWords(d.until)}结束（${d.result ?? '结果未登记'}）`,
  );
  return `被申请人就本决定提起的${told.join('；')}，此后没有在法定期限内再提起行政复议或者行政诉讼，又不履行；`;
}

/** 强制执行申请书, signed by the head, sealed and dated (强制法 55). */
export function applicationIssues(s: S, input: In<'apply-court'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const decision = decisionOf(s);
  return letter('CT14-强制执行申请书', s, frame, facts, {
    title: '行政处罚强制执行申请书',
    addressee: input.court,
    body: [
      { heading: '一、被申请人', paragraphs: partyLines(s) },
      {
        heading: '二、申请事项',
        paragraphs: [
          `强制执行本机关${dayWords(decision?.signedOn ?? null)}作出的${decision?.number ?? ''}行政处罚决定。`,
          ...(s.decision?.penalty == null ? [] : [penaltyWords(s.decision.penalty)]),
        ],
      },
      {
        heading: '三、事实和理由',
        paragraphs: [
          `处罚决定书已于${dayWords(s.decision?.receivedOn ?? null)}送达。${remediesUsed(s)}本机关于${dayWords(s.urgings.at(-1)?.receivedOn ?? null)}送达催告书，被申请人仍未履行。应缴${yuan(dueSum(s))}，已缴纳${yuan(paidFen(s))}。`,
        ],
      },
      { heading: '四、被申请人的意见和催告情况', paragraphs: [input.opinions] },
      { heading: '五、申请强制执行标的情况', paragraphs: [input.object] },
      {
        heading: '六、附件',
        paragraphs: [
          '行政处罚决定书及作出决定的事实、理由和依据；当事人的意见及催告情况；申请强制执行标的情况；法律、行政法规规定的其他材料。',
        ],
      },
      { heading: null, paragraphs: ['行政机关负责人（签名）：'] },
    ],
    receipt: false,
  });
}

/** 结案审批表. */
export function closingIssues(s: S, input: In<'close'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const { decision, publication } = s;
  const result =
    decision?.penalty != null
      ? penaltyWords(decision.penalty)
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
