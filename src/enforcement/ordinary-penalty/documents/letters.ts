import {
  type ActFrame,
  chineseNumeral,
  dayWords,
  type InputOf,
  NO_PENALTY_LABELS,
  type Profile,
  type RegisterFacts,
  remediesEither,
  termsOf,
  yuanTwice,
} from '#law';
import type { FORMS } from '../forms.ts';
import { decidedWeighing } from '../lifecycle/weighing.ts';
import type { OrdinaryPenalty } from '../model.ts';
import type { Penalty } from '../model-deciding.ts';
import { factWords, type Issues, letter, partyLines, penaltyWords } from './parts.ts';
import { weighingWords } from './weighing.ts';

type S = OrdinaryPenalty;
type In<A extends keyof typeof FORMS> = InputOf<(typeof FORMS)[A]>;

const evidenceWords = (s: S): string =>
  `以上事实有下列证据证明：${s.evidence
    .filter((e) => e.verifiedOn !== null)
    .map((e) => `${e.no}.${e.name}`)
    .join('；')}。`;

/** 行政处罚事先告知书; with the right to a hearing it is a 听证告知书 (处罚法 44, 63, 64). */
export function noticeIssues(s: S, input: In<'notify'>, frame: ActFrame, facts: RegisterFacts, profile: Profile): Issues {
  const report = s.reports.at(-1);
  if (report === undefined || report.penalty === null) return [];
  const days = termsOf(profile, 'local.penalty-statement', frame.legalDate)?.length ?? null;
  const within = days === null ? '及时' : `于收到本告知书之日起${chineseNumeral(days)}个工作日内`;
  return letter('notice', s, frame, facts, {
    title: input.hearing ? '行政处罚听证告知书' : '行政处罚事先告知书',
    number: frame.number?.text ?? null,
    body: [
      {
        heading: null,
        paragraphs: [
          ...partyLines(s),
          `本机关${dayWords(s.filedOn)}对你（单位）涉嫌${s.cause}一案立案调查。现将拟作出行政处罚的内容及事实、理由、依据告知如下：`,
        ],
      },
      { heading: '一、违法事实和证据', paragraphs: [...factWords(s), evidenceWords(s)] },
      {
        heading: '二、理由和依据',
        paragraphs: [
          `上述行为违反了${report.violated}，依据${report.basis}，应当给予行政处罚。`,
          input.reasons,
          weighingWords(s, null, facts),
        ],
      },
      { heading: '三、拟作出的行政处罚', paragraphs: [penaltyWords(s, report.penalty, yuanTwice)] },
      {
        heading: '四、你（单位）的权利',
        paragraphs: [
          `根据《中华人民共和国行政处罚法》第四十四条、第四十五条，你（单位）有权进行陈述和申辩，请${within}向本机关提出。本机关不因陈述、申辩而给予更重的处罚。`,
          ...(input.hearing
            ? [
                '根据《中华人民共和国行政处罚法》第六十三条、第六十四条，你（单位）有权要求听证；要求听证的，应当在收到本告知书后五个工作日内提出。你（单位）不承担组织听证的费用。',
              ]
            : []),
        ],
      },
    ],
    contact: input.contact,
  });
}

/** What the decision takes in place of what was told, and how the party's words were met. */
function statementsWords(s: S): string {
  const own = s.statements.filter((one) => one.reportNo === s.reports.length);
  if (own.length > 0) {
    const taken = own.filter((one) => one.accepted === true).length;
    return `你（单位）提出陈述、申辩${own.length}次，经复核，采纳${taken}次。`;
  }
  return s.notices.at(-1)?.waivedOn != null ? '你（单位）书面放弃陈述、申辩。' : '你（单位）在规定期限内没有提出陈述、申辩。';
}

/** 行政处罚决定书: the six items of 处罚法 59. */
export function decisionIssues(s: S, input: In<'decide'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const [report, penalty] = [s.reports.at(-1), s.decision?.penalty ?? null];
  if (report === undefined || penalty === null) return [];
  const told = s.notices.at(-1);
  const toldOn = told?.receivedOn ?? null;
  return letter('decision', s, frame, facts, {
    title: '行政处罚决定书',
    number: frame.number?.text ?? null,
    body: [
      { heading: null, paragraphs: [...partyLines(s), `本机关${dayWords(s.filedOn)}对你（单位）${s.cause}一案立案调查，现已调查终结。`] },
      { heading: '一、违法事实和证据', paragraphs: [...factWords(s), evidenceWords(s)] },
      {
        heading: '二、告知和听取意见',
        paragraphs: [
          `本机关${dayWords(toldOn)}向你（单位）送达${told?.hearing === true ? '行政处罚听证告知书' : '行政处罚事先告知书'}。${statementsWords(s)}${hearingWords(s)}`,
        ],
      },
      {
        heading: '三、理由和依据',
        paragraphs: [
          `上述行为违反了${report.violated}。`,
          input.reasons,
          weighingWords(s, decidedWeighing(input), facts),
          `依据${report.basis}，本机关决定：`,
        ],
      },
      {
        heading: '四、处罚的种类、内容和责令改正',
        paragraphs: [penaltyWords(s, penalty, yuanTwice), input.correction, correctedBy(input)],
      },
      { heading: '五、履行的方式和期限', paragraphs: performanceWords(penalty, input.payTo) },
      {
        heading: '六、救济途径',
        paragraphs: [remediesEither(s.organId, input.court, facts), '行政复议或者行政诉讼期间，本决定不停止执行，法律另有规定的除外。'],
      },
    ],
  });
}

/** The day on which the order to correct ends, where the decision gives one. */
function correctedBy({ ordered, correctBy }: In<'decide'>): string {
  return ordered === 'ordered' && correctBy != null ? `改正期限：${dayWords(correctBy)}前。` : '';
}

function hearingWords(s: S): string {
  if (s.hearing === null || s.hearing.reportNo !== s.reports.length) return '';
  return s.hearing.outcome === 'held' ? `${dayWords(s.hearing.doneOn)}举行了听证。` : '你（单位）放弃听证。';
}

/** 59(4): how and until when each part of the decision is to be performed. */
function performanceWords(penalty: Penalty, payTo: string | null): readonly string[] {
  const isMoneyAlone = penalty.kinds.every((kind) => kind === 'CF03' || kind === 'CF04');
  const others = isMoneyAlone
    ? []
    : [`${penalty.fineFen === null && penalty.incomeFen === null ? '' : '罚款、没收违法所得以外的处罚，'}自收到本决定书之日起履行。`];
  const income = penalty.incomeFen === null ? [] : [`没收的违法所得自收到本决定书之日起缴入国库：${payTo ?? ''}`];
  if (penalty.fineFen === null) return [...others, ...income];
  return [
    ...others,
    ...income,
    `罚款自收到本决定书之日起十五日内缴纳：${payTo ?? ''}`,
    '到期不缴纳罚款的，根据《中华人民共和国行政处罚法》第七十二条第一款第（一）项，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。',
  ];
}

/** 不予行政处罚决定书. */
export function noPenaltyIssues(s: S, input: In<'decide-none'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return letter('no-penalty', s, frame, facts, {
    title: '不予行政处罚决定书',
    number: frame.number?.text ?? null,
    body: [
      { heading: null, paragraphs: [...partyLines(s), `本机关${dayWords(s.filedOn)}对你（单位）${s.cause}一案立案调查，现已调查终结。`] },
      { heading: '一、查明的事实和证据', paragraphs: [...factWords(s), evidenceWords(s)] },
      { heading: '二、理由和依据', paragraphs: [input.words, ...(input.stillFirst == null ? [] : [input.stillFirst])] },
      {
        heading: '三、决定',
        paragraphs: [
          `你（单位）的行为属于下列情形：${NO_PENALTY_LABELS[input.reason]}。本机关决定不予行政处罚。`,
          ...guardianWords(input.reason),
          ...(input.education === null ? [] : [`本机关已对你（单位）进行教育：${input.education}`]),
        ],
      },
      { heading: '四、救济途径', paragraphs: [remediesEither(s.organId, input.court, facts)] },
    ],
  });
}

/** What the law puts in the place of a penalty for who cannot answer for it (30, 31). */
function guardianWords(reason: In<'decide-none'>['reason']): readonly string[] {
  if (reason === 'child') return ['依照《中华人民共和国行政处罚法》第三十条，责令监护人加以管教。'];
  return reason === 'incapable' ? ['依照《中华人民共和国行政处罚法》第三十一条，责令监护人严加看管和治疗。'] : [];
}
