import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '#law';
import { type Period, type Recorded, revise } from './revision.ts';

const day = localDate;
const since2019: Recorded<string> = { id: 'a', from: day('2019-03-01'), until: null, content: '甲' };

describe('名录的改动：旧记载不删，只改有变化的日子（DESIGN §2 register）', () => {
  it('自某日起改变：旧记载留到前一日，新记载自当日起', () => {
    expect(revise([since2019], [{ from: day('2026-02-01'), until: null, content: '乙' }])).toEqual({
      supersede: ['a'],
      record: [
        { from: '2019-03-01', until: '2026-02-01', content: '甲' },
        { from: '2026-02-01', until: null, content: '乙' },
      ],
    });
  });

  it('内容相同则什么也不改，同一文件再载入一次没有变化', () => {
    expect(revise([since2019], [{ from: day('2019-03-01'), until: null, content: '甲' }])).toEqual({ supersede: [], record: [] });
    expect(revise([since2019], [{ from: day('2026-02-01'), until: null, content: '甲' }])).toEqual({ supersede: [], record: [] });
  });

  it('写明失效日即告终止；其后另有一行则由那一行接续', () => {
    const first = { from: day('2026-02-01'), until: day('2026-03-01'), content: '乙' };
    const ended = revise([since2019], [first]);
    expect(ended.record.map((p) => [p.from, p.until, p.content])).toEqual([
      ['2019-03-01', '2026-02-01', '甲'],
      ['2026-02-01', '2026-03-01', '乙'],
    ]);
    const resumed = revise([since2019], [first, { from: day('2026-03-01'), until: null, content: '甲' }]);
    expect(resumed.record.at(-1)).toEqual({ from: '2026-03-01', until: null, content: '甲' });
  });

  it('只写失效日而内容不变，记载缩短到失效日', () => {
    expect(revise([since2019], [{ from: day('2019-03-01'), until: day('2027-01-01'), content: '甲' }])).toEqual({
      supersede: ['a'],
      record: [{ from: '2019-03-01', until: '2027-01-01', content: '甲' }],
    });
  });

  it('文件最早生效日之前的记载不受影响', () => {
    const early = { ...since2019, until: day('2025-01-01') };
    expect(revise([early], [{ from: day('2026-01-01'), until: day('2027-01-01'), content: '乙' }]).supersede).toEqual([]);
  });

  const dates = fc.nat(60).map((n): LocalDate => addDays(day('2026-01-01'), n));
  const period = fc
    .record({ from: dates, length: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }), content: fc.constantFrom('甲', '乙', '丙') })
    .map(({ from, length, content }): Period<string> => ({ from, until: length === null ? null : addDays(from, length), content }));

  it('每一日至多一条有效记载；自生效日起以文件为准，此前如从前', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 5 }), period, (earlier, next) => {
        const start = earlier.reduce<readonly Recorded<string>[]>((line, p) => apply(line, [p]), []);
        const end = apply(start, [next]);
        for (let n = -5; n < 110; n += 1) {
          const on = addDays(day('2026-01-01'), n);
          const within = on >= next.from && (next.until === null || on < next.until);
          expect(at(end, on)).toEqual(within ? [next.content] : on < next.from ? at(start, on) : []);
        }
        expect(revise(end, [next])).toEqual({ supersede: [], record: [] });
      }),
      { numRuns: 150 },
    );
  });
});

let serial = 0;
function apply(line: readonly Recorded<string>[], wanted: readonly Period<string>[]): readonly Recorded<string>[] {
  const { supersede, record } = revise(line, wanted);
  const fresh = record.map((p) => {
    serial += 1;
    return { ...p, id: `r${serial}` };
  });
  return [...line.filter((p) => !supersede.includes(p.id)), ...fresh].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function at(line: readonly Recorded<string>[], on: LocalDate): readonly string[] {
  return line.filter((p) => on >= p.from && (p.until === null || on < p.until)).map((p) => p.content);
}
