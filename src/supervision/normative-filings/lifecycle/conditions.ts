import {
  bureauReaches,
  condition,
  deriveDue,
  type GuardCase,
  type InputOf,
  isActorOneOf,
  type LocalDate,
  letterGuards,
  type Stop,
  termsOf,
} from '#law';
import type { Forms } from '../forms.ts';
import { missingPieces, type NormativeFiling, PIECE_LABELS } from '../model.ts';
import { ART_8_6, ART_18 } from '../model-grounds.ts';

type S = NormativeFiling;
type DatesInput = Pick<InputOf<Forms['revise']>, 'publishedOn' | 'effectiveOn' | 'lastDay'>;

export const LETTER = letterGuards<S>(ART_18, (s) => s.letter);

/** The days of a document fit each other; `today` is the day of the act. */
export function daysStop({ publishedOn, effectiveOn, lastDay }: DatesInput, on: LocalDate, mayBeOver: boolean): Stop {
  if (publishedOn > on) return ['not-published', '公布日期晚于今日：公布以后才报送备案'];
  if (effectiveOn < publishedOn) return ['effective-before', '施行日期不得早于公布日期'];
  if (lastDay === null) return null;
  if (lastDay < effectiveOn) return ['last-day', '有效期最后一日不得早于施行日期'];
  return lastDay < on && !mayBeOver ? ['expired-already', `有效期已于${lastDay}届满，不再报送备案`] : null;
}

export const DAYS = condition<S, DatesInput>('公布、施行、届满的日期前后相合', 'form', ART_18, ({ input, legalDate }) =>
  daysStop(input, legalDate, false),
);
export const ENTERED_DAYS = condition<S, DatesInput>('公布、施行、届满的日期前后相合', 'form', ART_18, ({ input, legalDate }) =>
  daysStop(input, legalDate, true),
);

/** Last day on which it is filed in time (KS-11); null: the city counts none, or its holidays are not known yet. */
export function filingDue(c: Pick<GuardCase<S, unknown>, 'profile' | 'calendar'>, from: LocalDate): LocalDate | null | 'unknown' {
  const terms = termsOf(c.profile, 'local.normative-filing', from);
  if (terms === null) return null;
  if (c.calendar === undefined) return 'unknown';
  const due = deriveDue(terms, from, c.calendar, c.profile.rollOn);
  return due === null || due.provisional ? null : due.dueOn;
}

/** A late filing is taken in all the same: it says why, and stands as late. */
export const SAYS_WHY_LATE = condition<S, InputOf<Forms['submit']>>('逾期报送的说明理由', 'form', ART_18, (c): Stop => {
  const due = filingDue(c, c.state.document.publishedOn);
  if (due === 'unknown') return 'unknown';
  const isLate = due !== null && c.legalDate > due;
  if (isLate && c.input.lateReason === null) return ['late-reason', `报送期限已于${due}届满；仍可报送，请填写逾期报送的理由`];
  return !isLate && c.input.lateReason !== null ? ['not-late', '没有逾期，不用填写逾期报送的理由'] : null;
});

export const NOT_PREPARED = condition<S, null>('审查人、签发人不是报送材料的经办人', 'law', ART_18, ({ state, actor }) =>
  isActorOneOf(actor, state.preparers) ? ['own-package', '不得由报送材料的经办人本人审查'] : null,
);
export const NOT_CONCLUDED = condition<S, null>('签发人不是提出审查结论的人', 'law', ART_8_6, ({ state, actor }) =>
  isActorOneOf(actor, [state.conclusion?.by ?? null]) ? ['own-conclusion', '不得由提出审查结论的人本人签发'] : null,
);

/** An incomplete package goes on only with the reason why a piece is not needed. */
export const COMPLETE = condition<S, InputOf<Forms['register']>>('备案材料齐全，或者说明缺少的理由', 'form', ART_18, (c): Stop => {
  const missing = missingPieces(c.state.pieces).map((piece) => PIECE_LABELS[piece]);
  if (missing.length === 0 || c.input.waived !== null) return null;
  return ['package-incomplete', `备案材料缺少${missing.join('、')}；请要求补正，或者写明不需要的理由`];
});
const AFTER_TODAY = (label: string) => (on: LocalDate | null, legalDate: LocalDate) =>
  on !== null && on <= legalDate ? (['not-after-today', `${label}应当在今日以后`] as const) : null;
const SUPPLEMENT_DAY = AFTER_TODAY('补正期限');
const CORRECTION_DAY = AFTER_TODAY('纠正期限');
export const SUPPLEMENT_BY = condition<S, InputOf<Forms['ask-supplement']>>('补正期限在今日以后', 'form', ART_18, (c) =>
  SUPPLEMENT_DAY(c.input.by, c.legalDate),
);
export const ROUND_BY = condition<S, InputOf<Forms['reject-correction']>>('纠正期限在今日以后', 'form', ART_8_6, (c) =>
  CORRECTION_DAY(c.input.by, c.legalDate),
);
export const DECIDED_BY = condition<S, InputOf<Forms['decide']>>('责令改正的写明期限', 'form', ART_8_6, ({ input, legalDate }): Stop => {
  if (input.decision !== 'correct') return null;
  return input.by === null ? ['no-day', '责令改正的，请填写改正期限'] : CORRECTION_DAY(input.by, legalDate);
});

export const CONCLUSION = condition<S, InputOf<Forms['conclude']>>(
  '要求纠正的列明问题和要求',
  'form',
  ART_8_6,
  ({ input, legalDate }): Stop => {
    const { outcome, grounds, demand, correctBy } = input;
    if (outcome === 'accept') return (grounds ?? []).length > 0 ? ['grounds-and-accepted', '列有问题的，结论应当是要求自行纠正'] : null;
    if ((grounds ?? []).length === 0) return ['no-ground', '要求自行纠正的，应当逐项列明问题'];
    if (demand === null) return ['no-demand', '要求自行纠正的，应当写明修改、废止或者停止执行'];
    return CORRECTION_DAY(correctBy, legalDate);
  },
);
export const NOT_OBJECTED = condition<S, null>('没有待答复的不同意见', 'form', ART_8_6, ({ state }) =>
  state.isObjected ? ['objected-already', '已经提出不同意见，等待司法行政部门答复'] : null,
);
export const OBJECTED = condition<S, null>('制定机关提出了不同意见', 'form', ART_8_6, ({ state }) =>
  state.isObjected ? null : ['not-objected', '制定机关没有提出不同意见'],
);

export const CORRECTION = condition<S, InputOf<Forms['correct']>>('写明修改后的文件或者废止日期', 'form', ART_8_6, (c): Stop => {
  const { way, title, number, publishedOn, effectiveOn, lastDay, endedOn } = c.input;
  if (way === 'repealed') return endedOn === null ? ['no-end', '已废止的，请填写废止日期'] : endStop(c.state, endedOn);
  if (title === null || number === null || publishedOn === null || effectiveOn === null)
    return ['no-document', '已修改的，请填写修改后的文件名称、文号、公布日期和施行日期'];
  return daysStop({ publishedOn, effectiveOn, lastDay }, c.legalDate, false);
});

function endStop(s: S, on: LocalDate): Stop {
  return on < s.document.publishedOn ? ['ended-before', `废止日期早于公布日期${s.document.publishedOn}`] : null;
}
export const ENDED = condition<S, InputOf<Forms['repeal']>>('废止日期不早于公布日期', 'form', ART_18, ({ state, input }) =>
  endStop(state, input.endedOn),
);
export const LONGER = condition<S, InputOf<Forms['renew']>>('延续到原有效期以后', 'form', ART_18, ({ state, input }): Stop => {
  const { lastDay } = state.document;
  if (lastDay === null) return ['no-end-set', '本文件没有有效期，不用延续'];
  return input.lastDay > lastDay ? null : ['not-longer', `延续后的最后一日应当晚于原有效期最后一日${lastDay}`];
});
export const NOT_CATALOGUED = condition<S, null>('备案目录尚未公布', 'form', ART_18, ({ state }) =>
  state.catalogued === null ? null : ['catalogued-already', `已于${state.catalogued.on}公布`],
);

export const OWN_CITY = condition<S, InputOf<Forms['enter']>>('由负责该制定机关的司法行政部门登记', 'form', ART_18, (c): Stop => {
  const { organisations } = c.facts;
  const maker = organisations.get(c.input.maker);
  const own = organisations.get(c.actor.organisationId ?? '');
  if (own?.kind !== 'bureau') return ['not-bureau', '由司法行政部门登记已经备案的规范性文件'];
  if (maker === undefined) return ['not-valid', '制定机关今日没有有效的登记'];
  return bureauReaches(own.id, maker, c.facts) ? null : ['out-of-reach', '制定机关不在本部门负责的范围'];
});
