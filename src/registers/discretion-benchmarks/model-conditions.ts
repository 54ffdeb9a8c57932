import { addDays, cite, condition, type Guard, type GuardCase, isActorOneOf, type LocalDate } from '#law';
import type { BenchmarkContent, UpperBenchmark } from '#law/discretion/benchmark';
import { BENCHMARK_CONDITIONS, type BenchmarkCondition } from '#law/discretion/check';
import type { ContentInput } from './forms.ts';
import type { DiscretionBenchmark } from './model.ts';
import { contentOf, upperOf } from './model-content.ts';

type S = DiscretionBenchmark;
type Read = { readonly content: BenchmarkContent; readonly upper: UpperBenchmark | null };
type DraftInput = ContentInput & { readonly upper: Parameters<typeof upperOf>[0] };

export const ART_34 = cite('行政处罚法', 34);
export const ART_8_8 = cite('实施细则', 8, undefined, 8);
const ART_8 = cite('实施细则', 8, undefined, 8);

/** One condition of a benchmark as a condition of an act: every fault with its place. */
function guardOf<I>(c: BenchmarkCondition, read: (at: GuardCase<S, I>) => Read | null): Guard<S, I> {
  const guard = condition<S, I>(c.name, c.nature, c.cite, (at) => {
    const benchmark = read(at);
    const faults = benchmark === null ? [] : c.faults(benchmark.content, benchmark.upper);
    return faults.length === 0 ? null : [c.code, faults.map((f) => `${f.place}：${f.reason}`).join('；')];
  });
  return { ...guard, grade: c.grade };
}

const typed = <I extends DraftInput>({ input }: GuardCase<S, I>): Read => ({ content: contentOf(input), upper: upperOf(input.upper) });

/** Of what is typed: its form always, its law where it is entered as published already. */
export const TYPED_FORM: readonly Guard<S, DraftInput>[] = BENCHMARK_CONDITIONS.filter((c) => c.nature === 'form').map((c) =>
  guardOf(c, typed),
);
export const TYPED_LAW: readonly Guard<S, DraftInput>[] = BENCHMARK_CONDITIONS.filter((c) => c.nature === 'law').map((c) =>
  guardOf(c, typed),
);
/** Of the draft that lies before the organ: all that the law asks. */
export const DRAFT_LAW: readonly Guard<S, null>[] = BENCHMARK_CONDITIONS.filter((c) => c.nature === 'law').map((c) =>
  guardOf(c, ({ state }) => state.draft),
);

export const NOT_DRAFTER = condition<S, null>('审核、批准人不是拟制人', 'law', ART_34, ({ state, actor }) =>
  isActorOneOf(actor, state.draft?.drafters ?? []) ? ['own-draft', '不得由拟制人本人进行合法性审核或者批准'] : null,
);

/** Of the publication: told before it applies, never backwards, and after the version before it. */
export const PUBLISHED_PAST = condition<S, InputOfPublish>('公布日期不晚于办理日期', 'form', ART_34, ({ input, legalDate }) =>
  input.publishedOn > legalDate ? ['future-publication', '公布日期不得晚于办理日期'] : null,
);
export const NOT_RETROACTIVE = condition<S, InputOfPublish>('公布以后施行', 'law', ART_34, ({ input }) =>
  input.from < input.publishedOn ? ['retroactive', '裁量权基准应当向社会公布，施行日期不得早于公布日期'] : null,
);
export const AFTER_LAST = condition<S, InputOfPublish>('施行日期晚于前一版本的施行日期', 'law', ART_34, ({ state, input }) => {
  const last = state.versions.at(-1);
  return last !== undefined && input.from <= last.from ? ['not-after-last', `前一版本自${last.from}起施行，新版本应当晚于该日`] : null;
});
type InputOfPublish = { readonly publishedOn: LocalDate; readonly from: LocalDate };

type Existing = DraftInput & InputOfPublish & { readonly lastDay: LocalDate | null; readonly others: readonly OtherDays[] | null };
type OtherDays = { readonly name: string; readonly from: LocalDate; readonly until: LocalDate | null };
type Days = { readonly from: LocalDate; readonly until: LocalDate | null };

export const REPORTED_ONLY = condition<S, Existing>('在平台以外公布的，注明来源补录', 'form', ART_8, ({ reported }) =>
  reported === true ? null : ['reported-only', '在平台以外公布的基准应当作为补录登记，注明来源'],
);
export const DAYS_IN_ORDER = condition<S, Existing>('最后有效日不早于施行日期，同日没有另一版本', 'form', ART_34, ({ state, input }) => {
  if (input.lastDay !== null && input.lastDay < input.from) return ['days-reversed', '最后有效日早于施行日期'];
  // An opening act has no state yet, whatever its type says.
  const versions = (state as S | null)?.versions ?? [];
  return versions.some((v) => v.from === input.from) ? ['same-day', `已有自${input.from}起施行的版本`] : null;
});
export const NO_OVERLAP = condition<S, Existing>('有效期不与同一违法行为的其他版本、其他基准重叠', 'law', ART_34, ({ state, input }) => {
  const days: Days = { from: input.from, until: input.lastDay === null ? null : addDays(input.lastDay, 1) };
  const own = ((state as S | null)?.versions ?? []).map((v) => ({
    name: `第${v.no}版（${v.documentNumber}）`,
    from: v.from,
    until: v.until,
  }));
  const clash = [...own, ...(input.others ?? [])].find((o) => meets(o, days));
  return clash === undefined
    ? null
    : ['validity-overlap', `有效期与“${clash.name}”（${clash.from}起${clash.until === null ? '' : `，至${clash.until}前`}）重叠`];
});

function meets(a: Days, b: Days): boolean {
  return (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);
}

export const ENDS_LATER = condition<S, { readonly from: LocalDate }>(
  '废止日期晚于现行版本的施行日期',
  'form',
  ART_34,
  ({ state, input }) => {
    const last = state.versions.at(-1);
    return last !== undefined && input.from <= last.from
      ? ['ends-before-start', `现行版本自${last.from}起施行，废止日期应当晚于该日`]
      : null;
  },
);
export const ENDS_AHEAD = condition<S, { readonly from: LocalDate }>('废止不溯及既往', 'law', ART_34, ({ input, legalDate }) =>
  input.from < legalDate ? ['ends-in-past', '废止日期不得早于办理日期'] : null,
);
