import {
  type Guard,
  type GuardCase,
  type InputOf,
  isJsonObject,
  type Json,
  lacksQualification,
  NO_LEGAL_QUALIFICATION,
  qualificationAskedFrom,
  registeredReviewer,
  reviewerAsKnown,
} from '#law';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { CHECK_LABELS, type Check, type Disagreement, type Review } from '../model-deciding.ts';
import { ART_27, ART_58 } from './articles.ts';
import { form, law, tookPart } from './conditions.ts';

type S = OrdinaryPenalty;
export type Opinion = InputOf<(typeof FORMS)['review']>;
type Settlement = InputOf<(typeof FORMS)['settle-review']>;

const CHECKS = Object.keys(CHECK_LABELS) as readonly Check[];

export function doubtfulOf(input: Opinion): readonly Check[] {
  return CHECKS.filter((check) => input[check] === 'doubtful');
}

/** What is doubtful in each check, as told. */
export function concernsOf(input: Opinion): Partial<Readonly<Record<Check, string>>> {
  return Object.fromEntries(
    doubtfulOf(input).flatMap((check) => {
      const told = input[`${check}Concern`];
      return told === null ? [] : [[check, told] as const];
    }),
  );
}

/** S12: whoever looked into the case does not review it. */
export const NOT_INVESTIGATOR: Guard<S, null> = {
  ...law<null>('审核人员没有参与本案调查', ART_58, ({ state, actor }) => {
    const { officerId } = actor;
    return officerId !== null && tookPart(state, officerId) ? ['own-case', '您参与了本案的调查，不得担任本案的法制审核人员'] : null;
  }),
  ofPerson: true,
};
/** S13: 58¶2 asks the 法律职业资格 of those who take up the work for the first time. Where the register tells of it, it goes before the reviewer's own word. */
export const QUALIFIED = law<Opinion>('初次从事法制审核的人员取得法律职业资格', ART_58, ({ input, actor, facts, profile, legalDate }) => {
  const registered = registeredReviewer(facts.certificates.get(actor.officerId ?? '') ?? []);
  const told = { on: legalDate, isLater: input.firstAfter2018, qualification: input.qualification };
  const from = qualificationAskedFrom(profile, legalDate);
  if (from === null || !lacksQualification(reviewerAsKnown(told, registered), from)) return null;
  if (registered.qualification !== NO_LEGAL_QUALIFICATION)
    return ['no-qualification', '初次从事行政处罚决定法制审核的人员，应当通过国家统一法律职业资格考试取得法律职业资格，请填写证书号'];
  const since = registered.since === null ? `没有${from}（起算日待核定）以前已经从事审核的登记` : `${registered.since}起从事审核`;
  return [
    'registered-without',
    `证件名录登记您没有法律职业资格，${since}；初次从事行政处罚决定法制审核的人员应当取得法律职业资格，由其他审核人员出具意见，名录有误的由司法行政部门更正`,
  ];
});
/** Who has the qualification by the register, has none, or reviewed before it was asked for, is not asked about it. */
export function reviewerAnswered({
  actor,
  facts,
  legalDate,
  profile,
}: Pick<GuardCase<S, null>, 'actor' | 'facts' | 'legalDate' | 'profile'>): readonly string[] {
  const { qualification, since } = registeredReviewer(facts.certificates.get(actor.officerId ?? '') ?? []);
  const from = qualificationAskedFrom(profile, legalDate);
  const isKnown = qualification !== null || (since !== null && from !== null && since < from);
  return isKnown ? ['firstAfter2018', 'qualification'] : [];
}
export const CONSISTENT = form<Opinion>('审核意见与九项审核一致', ART_58, ({ input }) => {
  const doubtful = doubtfulOf(input);
  if (input.opinion === 'agree') return doubtful.length === 0 ? null : ['doubtful', '九项审核中有问题的，不能出具“同意”的意见'];
  return doubtful.length === 0 ? ['sound', '九项审核均符合的，应当出具“同意”的意见'] : null;
});
/** An opinion that the handlers can act upon: a report from elsewhere is taken as it is. */
export const CONCERNS_TOLD = form<Opinion>('逐项写明问题', ART_58, ({ input, reported }) => {
  const untold = doubtfulOf(input).find((check) => input[`${check}Concern`] === null);
  return reported === true || untold === undefined ? null : ['no-concern', `写明“${CHECK_LABELS[untold]}”的问题和依据`];
});
/** 22, 27: what is handed on belongs to another organ, or may be a crime. */
export const HANDED_ON = form<Opinion>('建议移送的，说明管辖或者涉嫌犯罪', ART_27, ({ input, reported }) => {
  const grounds: readonly Check[] = ['organ', 'powers', 'crime'];
  return reported === true || input.opinion !== 'transfer' || doubtfulOf(input).some((check) => grounds.includes(check))
    ? null
    : ['no-ground', '建议移送的，在执法主体、权限或者涉嫌犯罪一项中写明应当移送的理由'];
});

/** The review of the report in hand that has not passed it, and that nobody has settled anew; null: none. */
export function failedReview(s: S): Review | null {
  const last = s.reviews.at(-1);
  return s.status !== 'investigating' || last === undefined || last.reportNo !== s.reports.length || last.opinion === 'agree' ? null : last;
}

/** The disagreement with the last review of the report in hand. */
function disagreement(s: S): Disagreement | null {
  const last = s.disagreements?.at(-1);
  return last === undefined || last.reviewNo !== s.reviews.length || last.reportNo !== s.reports.length ? null : last;
}

export function openDisagreement(s: S): Disagreement | null {
  const last = disagreement(s);
  return failedReview(s) === null || last === null || last.settledOn !== null ? null : last;
}

export const NOT_PASSED = form<null>('法制审核未通过，尚未按意见重新提交报告', ART_58, ({ state }) =>
  failedReview(state) === null ? ['no-failed-review', '没有可以提出异议的法制审核意见'] : null,
);
export const NOT_DISAGREED = form<null>('对同一审核意见只提出一次异议', ART_58, ({ state }) =>
  disagreement(state) === null ? null : ['disagreed', '已经对这份审核意见提出过异议'],
);
export const DISAGREED = form<null>('有尚未处理的异议', ART_58, ({ state }) =>
  openDisagreement(state) === null ? ['no-disagreement', '没有尚未处理的对审核意见的异议'] : null,
);
export const SETTLED_TOGETHER = form<Settlement>('不采纳审核意见的，经负责人集体研究', ART_58, ({ input, reported }) =>
  input.outcome === 'again' && input.members === null && reported !== true
    ? ['not-together', '退回复审的，应当由本机关负责人集体研究，请写明参加人员']
    : null,
);

/** The first version of the form asked for one text over all nine checks. */
export function withoutConcerns(payload: Json): Json {
  const untold = Object.fromEntries(CHECKS.map((check) => [`${check}Concern`, null] as const));
  return isJsonObject(payload) ? { ...untold, ...payload } : payload;
}
