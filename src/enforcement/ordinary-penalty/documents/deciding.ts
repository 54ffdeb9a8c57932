import {
  type ActFrame,
  dayWords,
  enforcersNamed,
  type InputOf,
  partyKindOf,
  type RegisterFacts,
  registeredReviewer,
  reviewerAsKnown,
  short,
  wide,
} from '#law';
import { evidenceList } from '#law/evidence/index';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import {
  CAPACITY_LABELS,
  CHECK_LABELS,
  type Check,
  OPINION_LABELS,
  OUTCOME_LABELS,
  REVIEW_GROUND_LABELS,
  SOUND_LABELS,
  TIER_LABELS,
} from '../model-deciding.ts';
import { BY_HAND, factWords, type Issues, ofParty, penaltyWords, reportedRows, sheet } from './parts.ts';
import { weighingWords } from './weighing.ts';

type S = OrdinaryPenalty;
type In<A extends keyof typeof FORMS> = InputOf<(typeof FORMS)[A]>;

/** 调查终结报告, with the list of evidence. */
export function reportIssues(s: S, _: In<'conclude'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const report = s.reports.at(-1);
  if (report === undefined) return [];
  return sheet('CT14-调查终结报告', s, frame, facts, {
    title: '行政处罚案件调查终结报告',
    on: null,
    number: s.number,
    rows: [
      ...reportedRows(s, report, facts),
      wide('查明的事实和证据', factWords(s).join('\n')),
      ...((report.harmProof ?? []).length === 0
        ? []
        : [wide('危害后果的证据', `第${(report.harmProof ?? []).join('、')}号；追责时效五年`)]),
      wide('违反的规定', report.violated),
      wide('处罚依据', report.basis),
      short('责任能力', partyKindOf(s.party.kind) === 'organisation' ? '／' : CAPACITY_LABELS[report.capacity]),
      short('裁量档次', TIER_LABELS[report.tier]),
      wide('裁量的事实和理由', weighingWords(s, null, facts)),
      ...(report.newFacts === null ? [] : [wide('告知以后新查明的事实', report.newFacts)]),
      wide('处理意见', report.penalty === null ? OUTCOME_LABELS[report.outcome] : penaltyWords(s, report.penalty)),
      wide('法制审核', groundWords(s)),
      wide('承办人签名', BY_HAND),
    ],
    list: evidenceList(s),
  });
}

function groundWords(s: S): string {
  const report = s.reports.at(-1);
  const grounds = (report?.grounds ?? []).map((g) => REVIEW_GROUND_LABELS[g]);
  return (
    [...grounds, ...(report?.isGrave === true ? ['情节复杂或者重大违法行为，由负责人集体讨论决定'] : [])].join('；') ||
    '不属于应当法制审核、集体讨论的情形'
  );
}

/** 法制审核意见书: the nine checks and the opinion. */
export function reviewIssues(s: S, input: In<'review'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const review = s.reviews.at(-1);
  const told = { on: frame.legalDate, isLater: input.firstAfter2018, qualification: input.qualification };
  const known = reviewerAsKnown(told, registeredReviewer(facts.certificates.get(frame.actor.officerId ?? '') ?? []));
  return sheet('CT14-法制审核意见书', s, frame, facts, {
    title: '重大行政执法决定法制审核意见书',
    inside: true,
    rows: [
      wide('案由', s.cause),
      wide('当事人', ofParty(s, 'name')),
      wide('承办人', enforcersNamed(s.handlerIds, facts)),
      short('送审日期', dayWords(review?.sentOn ?? null)),
      short('审核日期', dayWords(frame.legalDate)),
      ...(Object.keys(CHECK_LABELS) as Check[]).map((check) => checkRow(check, input)),
      short('审核意见', OPINION_LABELS[input.opinion]),
      short('法律职业资格证书号', known.qualification ?? '／'),
    ],
    opinions: [{ label: '意见和理由', text: input.words, name: frame.actor.name, on: frame.legalDate }],
  });
}

function checkRow(check: Check, input: In<'review'>) {
  const told = input[`${check}Concern`];
  const words = SOUND_LABELS[input[check]];
  return told === null ? short(CHECK_LABELS[check], words) : wide(CHECK_LABELS[check], `${words}：${told}`);
}

/** 集体讨论笔录: kept in the file, shown to nobody outside (信息公开条例 16). */
export function discussionIssues(s: S, input: In<'discuss'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const proposed = s.reports.at(-1)?.penalty ?? null;
  return sheet('CT14-集体讨论笔录', s, frame, facts, {
    title: '行政处罚案件集体讨论笔录',
    inside: true,
    on: null,
    rows: [
      wide('案由', s.cause),
      wide('当事人', ofParty(s, 'name')),
      short('日期', dayWords(frame.legalDate)),
      short('主持人', input.presider),
      wide('参加人员', input.members),
      wide('承办人汇报的事实和意见', [...factWords(s), ...(proposed === null ? [] : [penaltyWords(s, proposed)])].join('\n')),
      wide('参加人员的意见', input.opinions),
      wide('讨论结论', input.conclusion),
      wide('参加人员签名', '\n\n'),
    ],
  });
}
