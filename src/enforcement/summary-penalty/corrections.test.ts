import { describe, expect, it } from 'vitest';
import type { Json } from '#law';
import { asking } from '#testing/asking';
import { A, B, DEPUTY, decided, deciding, delivered, HANDLER, heard, LAPSED } from './testing.ts';

const BY = { penalty: 'warning', fine: null, way: 'none', bank: null, demand: '亮明营业执照', correctBy: '2026-06-10' } as const;
const check = (corrected: boolean, more: Readonly<Record<string, Json>> = {}) => ({
  no: 1,
  corrected,
  found: '现场查看。',
  officers: [A, B],
  ...more,
});
const at = delivered(BY).does(HANDLER, 'report', {});
const acts = (r: typeof at) => r.tasks().map((t) => t.act);

describe('当场处罚责令限期改正的，到期复查（处罚法第二十八条）', () => {
  it('期限自交付决定书起，到写明的日期；没有复查的不能结案', () => {
    expect(
      decided(BY)
        .clocks()
        .some((c) => c.clock === 'KE-62'),
    ).toBe(false);
    expect(at.clocks().find((c) => c.clock === 'KE-62')).toMatchObject({ dueOn: '2026-06-10', stoppedOn: null });
    expect(acts(at)).toContain('check-correction');
    expect(at.tries(DEPUTY, 'close', {})).toMatchObject({ refused: 'not-checked', cite: { article: 28 } });
    expect(at.under(asking('closing.orders-followed', 0)).tries(DEPUTY, 'close', {})).toBeNull();
    const checked = at.on('2026-06-09').does(HANDLER, 'check-correction', check(true));
    expect([checked.tries(DEPUTY, 'close', {}), acts(checked)]).toEqual([null, ['close']]);
  });

  it('期限届满以前不认定没有改正；复查须两名持证人员', () => {
    expect(at.on('2026-06-09').tries(HANDLER, 'check-correction', check(false))).toMatchObject({ refused: 'too-early' });
    expect(at.on('2026-06-10').tries(HANDLER, 'check-correction', check(false))).toBeNull();
    expect(at.on('2026-06-10').tries(HANDLER, 'check-correction', check(true, { officers: [A] }))).toMatchObject({ cite: { article: 42 } });
    expect(at.on('2026-06-10').tries(HANDLER, 'check-correction', check(true, { officers: [A, LAPSED] }))).toMatchObject({
      cite: { article: 42 },
    });
  });

  it('没有改正的由负责人写明处理，才可以结案；自有系统已经结案的照录并留下问题', () => {
    const failed = at.on('2026-06-10').does(HANDLER, 'check-correction', check(false));
    expect(failed.tries(DEPUTY, 'close', {})).toMatchObject({ refused: 'not-corrected' });
    expect(failed.reports(HANDLER, 'close', {}, '2026-06-10').stored.at(-1)?.frame.doubts).toContain('not-corrected');
    const followed = failed.does(DEPUTY, 'follow-correction', { no: 1, how: 'filed', words: '另行立案。' });
    expect(followed.tries(DEPUTY, 'close', {})).toBeNull();
  });

  it('当场已经改正、无需改正的不问；期限不早于决定之日；决定书写明期限', () => {
    const onSpot = delivered({ ...BY, correctBy: null }).does(HANDLER, 'report', {});
    expect(onSpot.tries(DEPUTY, 'close', {})).toBeNull();
    expect(delivered({ ...BY, correction: 'not-needed', correctBy: null }).state).not.toHaveProperty('corrections');
    expect(heard().tries(HANDLER, 'decide', deciding({ ...BY, correctBy: '2026-05-31' }))).toMatchObject({ refused: 'by-past' });
    expect(JSON.stringify(decided(BY).issued.map((d) => d.facts))).toContain('改正期限：');
    expect(JSON.stringify(decided({ ...BY, correctBy: null }).issued.map((d) => d.facts))).not.toContain('改正期限：');
  });
});
