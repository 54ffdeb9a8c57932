import { type BenchmarkContent, type BenchmarkFault, FINE_MEASURE_LABELS, type FineRange, fineWords, tierName } from './benchmark.ts';
import { isBelow, isOrdered, isWithin, meeting, sameEnd, sameStart } from './bounds.ts';
import { faultsOf } from './check-tiers.ts';

type Faults = readonly BenchmarkFault[];

export function finesOrdered(content: BenchmarkContent): Faults {
  const { fine } = content.statutory;
  const reason = (f: FineRange): string => `罚款幅度“${fineWords(f)}”里没有任何数额`;
  const lawful = fine === null || isOrdered(fine) ? [] : [{ place: '法定幅度', reason: reason(fine) }];
  return [...lawful, ...faultsOf(content, (t) => (t.fine === null || isOrdered(t.fine) ? null : reason(t.fine)))];
}

export function sameMeasure(content: BenchmarkContent): Faults {
  const lawful = content.statutory.fine?.measure ?? null;
  return faultsOf(content, (t) => {
    if (t.fine === null || lawful === null || t.fine.measure === lawful) return null;
    return `罚款按“${FINE_MEASURE_LABELS[t.fine.measure]}”，法定罚款按“${FINE_MEASURE_LABELS[lawful]}”`;
  });
}

/** 减轻处罚 is below the law's minimum (处罚法 32); where the law sets none, there is nothing below it. */
export function mitigatedBelow(content: BenchmarkContent): Faults {
  const lawful = content.statutory.fine;
  return faultsOf(content, (t) => {
    if (t.level !== 'mitigated' || t.fine === null || lawful === null || t.fine.measure !== lawful.measure) return null;
    if (isBelow(t.fine, lawful)) return null;
    return lawful.from === 0
      ? `法定罚款“${fineWords(lawful)}”没有下限，减轻处罚不能另设罚款幅度，应当减为较轻的处罚种类`
      : `减轻处罚“${fineWords(t.fine)}”没有低于法定最低限（${fineWords(lawful)}）`;
  });
}

export function finesWithin(content: BenchmarkContent): Faults {
  const lawful = content.statutory.fine;
  return faultsOf(content, (t) => {
    if (t.level === 'mitigated' || t.level === 'none' || t.fine === null || lawful === null) return null;
    if (t.fine.measure !== lawful.measure || isWithin(t.fine, lawful)) return null;
    return `罚款“${fineWords(t.fine)}”超出法定幅度“${fineWords(lawful)}”`;
  });
}

type Fined = { readonly index: number; readonly fine: FineRange };

/** Tiers that divide the law's own range among themselves, in their order; 减轻 lies below it. */
function fined(content: BenchmarkContent, mitigated: boolean): readonly Fined[] {
  const measure = content.statutory.fine?.measure;
  return content.tiers.flatMap((t, index) =>
    t.fine !== null && t.fine.measure === measure && t.level !== 'none' && (t.level === 'mitigated') === mitigated
      ? [{ index, fine: t.fine }]
      : [],
  );
}

function steps(all: readonly Fined[]): readonly (readonly [Fined, Fined])[] {
  return all.slice(1).flatMap((next, i) => {
    const before = all[i];
    return before === undefined ? [] : [[before, next] as const];
  });
}

export function finesAscend(content: BenchmarkContent): Faults {
  return steps([...fined(content, true), ...fined(content, false)]).flatMap(([a, b]) =>
    b.fine.from < a.fine.from
      ? [{ place: tierName(content, b.index), reason: `罚款“${fineWords(b.fine)}”低于前一档“${fineWords(a.fine)}”` }]
      : [],
  );
}

export function finesMeet(content: BenchmarkContent): Faults {
  const lawful = steps(fined(content, false)).flatMap(([a, b]) => {
    const how = meeting(a.fine, b.fine);
    return how === 'meets' || b.fine.from < a.fine.from
      ? []
      : [{ place: tierName(content, b.index), reason: meetingWords(how, a, b, content) }];
  });
  const below = steps(fined(content, true)).flatMap(([a, b]) =>
    meeting(a.fine, b.fine) === 'overlap' && b.fine.from >= a.fine.from
      ? [{ place: tierName(content, b.index), reason: meetingWords('overlap', a, b, content) }]
      : [],
  );
  return [...below, ...lawful];
}

function meetingWords(how: 'gap' | 'overlap', a: Fined, b: Fined, content: BenchmarkContent): string {
  const pair = `${tierName(content, a.index)}“${fineWords(a.fine)}”与本档“${fineWords(b.fine)}”`;
  if (a.fine.to === b.fine.from) {
    return how === 'gap'
      ? `${pair}都不含交界的数额，该数额没有档次`
      : `${pair}都含交界的数额，该数额有两个档次；前一档可写“不满”，或者本档写“超过”`;
  }
  return how === 'gap' ? `${pair}之间有空档` : `${pair}重叠`;
}

export function finesCover(content: BenchmarkContent): Faults {
  const lawful = content.statutory.fine;
  const all = fined(content, false);
  const [first, last] = [all[0], all.at(-1)];
  if (lawful === null) return [];
  if (first === undefined || last === undefined) return [{ place: '法定幅度', reason: `没有一档落在法定罚款“${fineWords(lawful)}”以内` }];
  return [
    ...(sameStart(first.fine, lawful)
      ? []
      : [{ place: tierName(content, first.index), reason: `最低一档“${fineWords(first.fine)}”没有从法定下限起（${fineWords(lawful)}）` }]),
    ...(sameEnd(last.fine, lawful)
      ? []
      : [{ place: tierName(content, last.index), reason: `最高一档“${fineWords(last.fine)}”没有到法定上限（${fineWords(lawful)}）` }]),
  ];
}
