import { describe, expect, it } from 'vitest';
import { isRefusal, localDate } from '#law';
import { planChange, type UnitChange } from './change-plan.ts';
import type { OrganisationContent, RegisteredUnit } from './load-model.ts';

const TODAY = localDate('2026-03-16');
const PAPER = { name: '机构改革方案', number: '巴党办发〔2026〕3号', on: localDate('2026-03-02'), matterId: null };
const content = (name: string, more: Partial<OrganisationContent>): OrganisationContent => ({
  ...{ name, shortName: name, documentPrefix: null, kind: 'department', tier: 'city', leadKind: 'local', leadBasis: null },
  ...{ qualification: 'confirmed', uscc: null, regionCode: '150800', domain: null, superiorId: '政府', lineSuperiorId: null },
  ...{ bureauId: null, answersThroughId: null, bases: {}, phone: null, email: null, demonstration: false },
  ...more,
});
const unit = (name: string, more: Partial<OrganisationContent> = {}, from = '2019-03-01', until: string | null = null): RegisteredUnit => ({
  id: name,
  code: null,
  records: [{ id: `r/${name}`, from: localDate(from), until: until === null ? null : localDate(until), content: content(name, more) }],
});
const REGISTER = [
  unit('政府', { kind: 'government', superiorId: null }),
  unit('甲局'),
  unit('乙局'),
  unit('甲局支队', { kind: 'delegate', superiorId: '甲局', answersThroughId: '甲局', lineSuperiorId: '甲局' }),
  unit('旧局', {}, '2019-03-01', '2024-01-01'),
  unit('将设局', {}, '2026-06-01'),
];
const plan = (change: Record<string, unknown>) =>
  planChange({ unitId: '甲局', effectiveOn: localDate('2026-04-01'), basis: PAPER, ...change } as unknown as UnitChange, REGISTER, TODAY);
const refused = (change: Record<string, unknown>) => {
  const made = plan(change);
  return isRefusal(made) ? made.refused : null;
};
const line = (change: Record<string, unknown>, id: string) => {
  const made = plan(change);
  if (isRefusal(made)) throw new Error(made.reason);
  const found = made.units.find((u) => u.id === id);
  return found?.timeline.map((t) => [t.from, t.until, t.content.name, t.content.superiorId]);
};

describe('单位沿革：只取代，不改写（细则第八条第四项）', () => {
  it('更名：旧记载止于生效日，新记载自生效日起，首尾相接', () => {
    expect(line({ is: 'amended', content: { name: '丙局' } }, '甲局')).toEqual([
      ['2019-03-01', '2026-04-01', '甲局', '政府'],
      ['2026-04-01', null, '丙局', '政府'],
    ]);
  });

  it('撤销：登记止于生效日，下级自该日起改隶承接单位', () => {
    const change = { is: 'ended', successorId: '乙局' };
    expect(line(change, '甲局')).toEqual([['2019-03-01', '2026-04-01', '甲局', '政府']]);
    expect(line(change, '甲局支队')).toEqual([
      ['2019-03-01', '2026-04-01', '甲局支队', '甲局'],
      ['2026-04-01', null, '甲局支队', '乙局'],
    ]);
  });

  it('由自己的下级承接的，下级改隶原来的上级，不成环', () => {
    expect(line({ is: 'ended', successorId: '甲局支队' }, '甲局支队')?.at(-1)).toEqual(['2026-04-01', null, '甲局支队', '政府']);
  });

  it('分设：新单位沿用原单位的位置；原单位保留的不动', () => {
    const part = { id: '新局', code: null, name: '新局', shortName: '新局', documentPrefix: null };
    const made = plan({ is: 'split', parts: [part], ends: false });
    expect(isRefusal(made) ? made : made.units.map((u) => u.id)).toEqual(['新局']);
    expect(line({ is: 'split', parts: [part], ends: true }, '甲局支队')?.at(-1)).toEqual(['2026-04-01', null, '甲局支队', '新局']);
  });

  it.each([
    ['并入已经终止的单位', { is: 'ended', successorId: '旧局' }, 'successor-not-valid'],
    ['并入生效日尚未设立的单位', { is: 'ended', successorId: '将设局' }, 'successor-not-valid'],
    ['并入当日刚好设立的单位', { is: 'ended', successorId: '将设局', effectiveOn: '2026-06-01' }, null],
    ['并入自己', { is: 'ended', successorId: '甲局' }, 'own-successor'],
    ['变更已经终止的单位', { unitId: '旧局', is: 'amended', content: { name: '丁局' } }, 'not-valid'],
    ['变更没有登记的单位', { unitId: '无', is: 'amended', content: {} }, 'not-valid'],
    ['生效日早于上一次变更', { is: 'amended', content: { name: '丁局' }, effectiveOn: '2019-02-28' }, 'before-last-change'],
    ['生效日就是上一次变更之日', { is: 'amended', content: { name: '丁局' }, effectiveOn: '2019-03-01' }, null],
    ['设立当日即撤销', { is: 'ended', successorId: '乙局', effectiveOn: '2019-03-01' }, 'before-last-change'],
    ['隶属自己的下级', { is: 'amended', content: { superiorId: '甲局支队' } }, 'unsound-tree'],
    ['名称与其他单位相同', { is: 'amended', content: { name: '乙局' } }, 'unsound-tree'],
    ['没有变化', { is: 'amended', content: { name: '甲局' } }, 'nothing-changes'],
  ])('%s', (_, change, expected) => {
    expect(refused(change)).toBe(expected);
  });
});

describe('变更产生的关系以变更的依据文件为依据（细则第二条）', () => {
  const bases = (change: Record<string, unknown>, id: string) => {
    const made = plan(change);
    return isRefusal(made) ? made.refused : made.units.find((u) => u.id === id)?.timeline.at(-1)?.content.bases;
  };

  it('改条线上级的，新关系有依据，没有变的关系不添依据', () => {
    expect(bases({ unitId: '甲局支队', is: 'amended', content: { lineSuperiorId: '乙局' } }, '甲局支队')).toEqual({ guidance: PAPER });
    expect(bases({ is: 'amended', content: { name: '丙局' } }, '甲局')).toEqual({});
  });

  it('只登记依据文件：另一方不变；再登记同一份没有变化', () => {
    const change = { unitId: '甲局支队', is: 'amended', content: { bases: { entrusting: PAPER } } };
    expect(bases(change, '甲局支队')).toEqual({ entrusting: PAPER });
    expect(bases({ ...change, content: {} }, '甲局支队')).toBe('nothing-changes');
  });

  it('承接单位接下的关系以撤销的依据文件为依据；分设的新单位以分设的依据文件为依据', () => {
    expect(bases({ is: 'ended', successorId: '乙局' }, '甲局支队')).toEqual({ guidance: PAPER, entrusting: PAPER });
    const part = { id: '甲分局', code: null, name: '甲分局', shortName: '甲分局', documentPrefix: null };
    expect(bases({ unitId: '甲局支队', is: 'split', parts: [part], ends: false }, '甲分局')).toEqual({
      guidance: PAPER,
      entrusting: PAPER,
    });
  });
});
