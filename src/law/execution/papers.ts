import { yuanTwice } from '../amount-in-words.ts';
import { DISPUTE_LABELS, standingOf, standingWords } from '../disputing/index.ts';
import type { InputOf } from '../form.ts';
import { instalmentsTold } from '../instalments.ts';
import type { Reckoning } from '../last-day.ts';
import type { ActFrame, RegisterFacts } from '../matter-kind.ts';
import { yuan } from '../penalty.ts';
import { remediesEither } from '../remedies.ts';
import { dayWords, short, wide } from '../sheet.ts';
import { caseLetter, casePaper, type Issues, partyLines, partyRows } from './case-papers.ts';
import type { CorrectingForms, EnforcingForms } from './forms.ts';
import type { Executed } from './model.ts';
import { sumsApplied, sumsUrged } from './owed-words.ts';
import { restFen } from './owing.ts';
import type { DecisionTold, ExecutingRoom } from './room.ts';

type Room<S extends Executed> = ExecutingRoom<S>;

function told<S extends Executed>(room: Room<S>, s: S): Pick<DecisionTold, 'number' | 'on' | 'receivedOn' | 'penalty'> {
  return room.decision(s) ?? { number: '', on: null, receivedOn: null, penalty: null };
}

/** 延期（分期）缴纳罚款审批表. */
export function deferralIssues<S extends Executed>(
  room: Room<S>,
  s: S,
  input: InputOf<EnforcingForms['defer']>,
  frame: ActFrame,
  facts: RegisterFacts,
): Issues {
  const { fineFen, paidFen } = room.money(s);
  return casePaper('CT14-延期分期审批表', s, frame, facts, {
    title: '延期（分期）缴纳罚款审批表',
    inside: true,
    rows: [
      wide('决定书文号', told(room, s).number),
      ...partyRows(s),
      short('罚款', yuan(fineFen)),
      short('已缴纳', yuan(paidFen)),
      wide('当事人申请', input.asked),
      ...(input.plan === null ? [] : [wide('说明', input.plan)]),
      short('最后缴纳日期', dayWords(input.instalments.at(-1)?.due ?? null)),
    ],
    list: {
      titles: ['期数', '缴纳期限', '金额'],
      rows: instalmentsTold(input.instalments, restFen(room, s)).map(({ due, fen }, i) => [`第${i + 1}期`, dayWords(due), yuan(fen)]),
    },
    opinions: [{ label: '负责人审批意见', text: input.opinion ?? '同意。', name: frame.actor.name, on: frame.legalDate }],
  });
}

/** 催告书: the four items of 强制法 35, before the court is asked (54). */
export function urgingIssues<S extends Executed>(
  room: Room<S>,
  s: S,
  input: InputOf<EnforcingForms['urge']>,
  frame: ActFrame,
  facts: RegisterFacts,
  by: Reckoning,
): Issues {
  const { on, number } = told(room, s);
  return caseLetter('urging', s, frame, facts, {
    title: '履行行政处罚决定催告书',
    number: frame.number?.text ?? null,
    body: [
      {
        heading: null,
        paragraphs: [
          `本机关${dayWords(on)}对你（单位）作出${number}行政处罚决定，你（单位）逾期没有履行。根据《中华人民共和国行政强制法》第五十四条，现催告你（单位）履行：`,
          ...sumsUrged(room, { ...by, state: s, legalDate: frame.legalDate }),
          input.content,
        ],
      },
      {
        heading: null,
        paragraphs: [
          '请自收到本催告书之日起十个工作日内履行。你（单位）对本催告有权进行陈述和申辩。无正当理由逾期仍不履行的，本机关将依法申请人民法院强制执行。',
        ],
      },
    ],
    contact: input.contact,
  });
}

/** 强制法 53: that no remedy was sought, or what became of the one that was. */
function remediesUsed({ disputes }: Executed): string {
  if (disputes.length === 0) return '被申请人在法定期限内没有申请行政复议或者提起行政诉讼，又不履行；';
  const words = disputes.map(
    (d) => `${dayWords(d.from)}受理的${DISPUTE_LABELS[d.way]}已于${dayWords(d.until)}结束（${d.result ?? '结果未登记'}）`,
  );
  return `被申请人就本决定提起的${words.join('；')}，此后没有在法定期限内再提起行政复议或者行政诉讼，又不履行；`;
}

/** 强制执行申请书, signed by the head, sealed and dated (强制法 55). */
export function applicationIssues<S extends Executed>(
  room: Room<S>,
  s: S,
  input: InputOf<EnforcingForms['apply-court']>,
  frame: ActFrame,
  facts: RegisterFacts,
  by: Reckoning,
): Issues {
  const { on, number, receivedOn, penalty } = told(room, s);
  return caseLetter('CT14-强制执行申请书', s, frame, facts, {
    title: '行政处罚强制执行申请书',
    addressee: input.court,
    body: [
      { heading: '一、被申请人', paragraphs: partyLines(s) },
      {
        heading: '二、申请事项',
        paragraphs: [`强制执行本机关${dayWords(on)}作出的${number}行政处罚决定。`, ...(penalty === null ? [] : [penalty])],
      },
      {
        heading: '三、事实和理由',
        paragraphs: [
          `处罚决定书已于${dayWords(receivedOn)}送达。${remediesUsed(s)}本机关于${dayWords(s.urgings.at(-1)?.receivedOn ?? null)}送达催告书，被申请人仍未履行。${sumsApplied(room, { ...by, state: s, legalDate: frame.legalDate })}`,
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

const AMENDING_TITLES = { revoked: '撤销行政处罚决定书', changed: '变更行政处罚决定书', remake: '撤销行政处罚决定书' } as const;

/** 撤销（变更）行政处罚决定书: what the organ itself puts right (处罚法 75¶2), with what follows from it for the party. */
export function amendingIssues<S extends Executed>(
  room: Room<S>,
  s: S,
  input: InputOf<CorrectingForms['correct-own']>,
  frame: ActFrame,
  facts: RegisterFacts,
): Issues {
  const { on, number } = told(room, s);
  const what = `本机关${dayWords(on)}作出的${number}行政处罚决定`;
  return caseLetter('amending', s, frame, facts, {
    title: AMENDING_TITLES[input.undoing],
    number: frame.number?.text ?? null,
    body: [
      { heading: null, paragraphs: partyLines(s) },
      { heading: '一、事实和理由', paragraphs: [`经审查，${what}存在错误。`, input.reason] },
      {
        heading: '二、决定',
        paragraphs: ['依据《中华人民共和国行政处罚法》第七十五条第二款，本机关决定：', ...amendingWords(room, s, what, input)],
      },
      { heading: '三、救济途径', paragraphs: [remediesEither(s.organId, input.court, facts)] },
    ],
  });
}

function amendingWords<S extends Executed>(
  { thingWords }: Room<S>,
  s: S,
  what: string,
  input: InputOf<CorrectingForms['correct-own']>,
): readonly string[] {
  const back = '已经缴纳、没收而不再应当缴纳、没收的，予以退还。';
  if (input.undoing === 'revoked') return [`撤销${what}。${back}`];
  if (input.undoing === 'remake') return [`撤销${what}，由本机关依法重新调查处理。${back}`];
  const byName = thingWords === undefined ? {} : { things: (numbers: readonly number[]) => thingWords(s, numbers) };
  return [`变更${what}，处罚变更为：${standingWords(standingOf(input), { sum: yuanTwice, ...byName })}。${input.content ?? ''}`, back];
}
