import { describe, expect, it } from 'vitest';
import { localDate, readUscc } from '#law';
import { demonstrationCity } from './demonstration.ts';
import { worldPlaces } from './places.ts';
import { syntheticUscc } from './seeded.ts';

const anchor = localDate('2026-03-16');
const world = await demonstrationCity(anchor);
const places = worldPlaces(world);
const count = (kind: string, tier?: string) => world.units.filter((u) => u.kind === kind && (tier === undefined || u.tier === tier)).length;

function once<T>(values: readonly T[]): void {
  expect(values.filter((v, i) => values.indexOf(v) !== i)).toEqual([]);
}

describe('演示城市', () => {
  it('七个旗县区、五十九个苏木乡镇、十一个街道、三个管委会，各有司法行政部门和司法所（细则第二条、第二十三条）', () => {
    expect(count('government', 'banner')).toBe(7);
    // What decides in the demonstration is marked so.
    expect(world.units.filter((u) => u.kind === 'township' && /人民政府(（演示）)?$/u.test(u.name))).toHaveLength(59);
    expect(world.units.filter((u) => u.kind === 'township' && /街道办事处(（演示）)?$/u.test(u.name))).toHaveLength(11);
    expect(count('committee')).toBe(3);
    expect(count('bureau')).toBe(8);
    expect(count('justice-office')).toBe(70);
    expect(count('stationed')).toBe(2);
  });

  it('名称、机关代字、登录名、证号都不重复', () => {
    once(world.units.map((u) => u.key));
    once(world.units.map((u) => u.name));
    once(world.units.flatMap((u) => (u.documentPrefix === null ? [] : [u.documentPrefix])));
    once(world.people.map((p) => p.key));
    once(world.people.flatMap((p) => p.certificates.map((c) => c.number)));
  });

  it('每个单位都能在两棵树上找到位置，区划之内的都在市政府之下', () => {
    const city = places.get('市政府')?.region;
    for (const u of world.units) {
      const place = places.get(u.key)?.region;
      const within = city !== undefined && place !== undefined && place.ord >= city.ord && place.hi <= city.hi;
      expect(within, u.name).toBe(u.kind !== 'external');
    }
  });

  it('机关代字按发文机关给出', () => {
    const prefix = (key: string) => world.units.find((u) => u.key === key)?.documentPrefix;
    expect([prefix('市司法局'), prefix('临河司法局'), prefix('五原司法局')]).toEqual(['巴司', '临司', '五司']);
  });

  it('市司法局四名监督人员证件有效，一名当日到期，一名昨日到期（细则第十六条）', () => {
    const through = world.people.filter((p) => p.key.startsWith('sf-jd')).map((p) => p.certificates[0]?.through ?? null);
    expect(through.filter((day) => day !== null && day > anchor)).toHaveLength(4);
    expect(through.filter((day) => day === anchor)).toHaveLength(1);
    expect(through.filter((day) => day === '2026-03-15')).toHaveLength(1);
  });

  it('三员互不兼任，岗位所在单位都在名录内', () => {
    const admins = world.people.filter((p) => p.posts.some((post) => post.role.endsWith('-admin')));
    expect(admins.map((p) => p.posts.length)).toEqual([1, 1, 1]);
    const keys = new Set(world.units.map((u) => u.key));
    for (const p of world.people) for (const post of p.posts) expect(keys.has(post.unit), post.unit).toBe(true);
  });

  it('信用代码通过两重校验（GB 32100、GB 11714）', () => {
    for (let n = 1; n < 40; n += 1) expect(readUscc(syntheticUscc('11', '150802', n)).is).toBe('valid');
  });
});
