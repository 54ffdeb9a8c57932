import type { BenchmarkContent, FineRange } from '#law/discretion/benchmark';
import type { Bounds } from '#law/discretion/bounds';
import type { ContentInput } from './forms.ts';
import type { ChosenUpper } from './model.ts';

type BoundsInput = { readonly from: number | null; readonly to: number | null; readonly fromOpen: boolean; readonly toOpen: boolean };
type FineInput = NonNullable<ContentInput['lawFine']>[number];

/** A benchmark as the form of an act carries it: lists that are empty arrive as null. */
export function contentOf(input: ContentInput): BenchmarkContent {
  return {
    // Acts from before benchmarks were made for items tell none.
    ...(input.item == null ? {} : { itemCode: input.item }),
    breach: input.breach,
    penalty: input.penalty,
    statutory: { kinds: input.lawKinds, fine: fineOf(input.lawFine) },
    factors: (input.factors ?? []).map(({ name, unit, options }) => ({
      name,
      unit,
      options: options.map((o) => ({ label: o.label, span: o.from === null ? null : boundsOf(o) })),
    })),
    tiers: input.tiers.map(({ level, words, cases, kinds, fine, note }) => ({
      level,
      words,
      cases: (cases ?? []).map((c) =>
        (c.conditions ?? []).map(({ factor, options }) => ({ factor, options: options.map((o) => o.label) })),
      ),
      kinds: kinds ?? [],
      fine: fineOf(fine),
      note,
    })),
  };
}

function boundsOf({ from, to, fromOpen, toOpen }: BoundsInput): Bounds {
  return { from: from ?? 0, to, fromOpen, toOpen };
}

function fineOf(rows: readonly FineInput[] | null): FineRange | null {
  const fine = rows?.[0];
  return fine === undefined ? null : { measure: fine.measure ?? 'amount', ...boundsOf(fine) };
}

export function upperOf(
  rows: readonly (ContentInput & { readonly versionId: string; readonly name: string })[] | null,
): ChosenUpper | null {
  const upper = rows?.[0];
  return upper === undefined ? null : { versionId: upper.versionId, name: upper.name, content: contentOf(upper) };
}

/** The other way: what the form of an act must carry for a benchmark. */
export function inputOf(content: BenchmarkContent): ContentInput {
  const bounds = (b: Bounds | null): BoundsInput => b ?? { from: null, to: null, fromOpen: false, toOpen: false };
  const fine = (f: FineRange | null): ContentInput['lawFine'] => (f === null ? null : [f]);
  return {
    item: content.itemCode ?? null,
    breach: content.breach,
    penalty: content.penalty,
    lawKinds: content.statutory.kinds,
    lawFine: fine(content.statutory.fine),
    factors: content.factors.map(({ name, unit, options }) => ({
      name,
      unit,
      options: options.map(({ label, span }) => ({ label, ...bounds(span) })),
    })),
    tiers: content.tiers.map((tier) => ({
      ...tier,
      cases: tier.cases.map((c) => ({
        conditions: c.map(({ factor, options }) => ({ factor, options: options.map((label) => ({ label })) })),
      })),
      fine: fine(tier.fine),
    })),
  };
}
