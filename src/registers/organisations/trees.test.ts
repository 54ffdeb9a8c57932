import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replan } from './replan.ts';
import { cityBlock, layOut, type Placed, type TreeNode } from './trees.ts';

/** A forest in which every unit stands below an earlier one or is a root. */
const forest = (max: number) =>
  fc.array(fc.record({ above: fc.option(fc.nat(max), { nil: null }), guest: fc.boolean() }), { minLength: 1, maxLength: max }).map((list) =>
    list.map(({ above, guest }, i): TreeNode => {
      const parent = i === 0 || above === null ? null : above % i;
      return { id: `u${i}`, parentId: parent === null ? null : `u${parent}`, guest: parent !== null && guest, hosts: true };
    }),
  );

function placed(nodes: readonly TreeNode[], n = 3): ReadonlyMap<string, Placed> {
  const result = layOut(nodes, cityBlock(n));
  if (result === null) throw new Error('block too small');
  return result;
}

function must(map: ReadonlyMap<string, Placed>, id: string): Placed {
  const found = map.get(id);
  if (found === undefined) throw new Error(`no place: ${id}`);
  return found;
}

/** Children within their parent's zone, siblings apart, every number once, all within the block. */
function expectSound(nodes: readonly TreeNode[], places: ReadonlyMap<string, Placed>, n = 3): void {
  const block = cityBlock(n);
  for (const node of nodes) {
    const own = must(places, node.id);
    expect(own.ord).toBeLessThanOrEqual(own.ownHi);
    expect(own.ownHi).toBeLessThanOrEqual(own.hi);
    expect(own.ord).toBeGreaterThanOrEqual(block.lo);
    expect(own.hi).toBeLessThanOrEqual(block.hi);
    if (node.parentId !== null) {
      const parent = must(places, node.parentId);
      expect(own.ord).toBeGreaterThan(node.guest ? parent.ownHi : parent.ord);
      expect(own.hi).toBeLessThanOrEqual(node.guest ? parent.hi : parent.ownHi);
    }
    for (const other of nodes.filter((o) => o.parentId === node.parentId && o.id !== node.id)) {
      const theirs = must(places, other.id);
      expect(own.hi < theirs.ord || theirs.hi < own.ord).toBe(true);
    }
  }
  expect(new Set([...places.values()].map((p) => p.ord)).size).toBe(places.size);
}

describe('区划树与条线树的稀疏先序区间（细则第二条）', () => {
  it('下级在上级区间之内，同级互不相交，号码不重复', () => {
    fc.assert(
      fc.property(forest(40), (nodes) => expectSound(nodes, placed(nodes))),
      { numRuns: 60 },
    );
  });

  it('两个城市的区间永不重叠', () => {
    fc.assert(
      fc.property(forest(20), fc.nat(500), (nodes, n) => {
        const [here, there] = [placed(nodes, n), placed(nodes, n + 1)];
        expect(Math.max(...[...here.values()].map((p) => p.hi))).toBeLessThan(Math.min(...[...there.values()].map((p) => p.ord)));
      }),
    );
    expect(cityBlock(511).hi).toBeLessThan(2 ** 31);
  });

  it('新设单位不改动任何已有单位的号码', () => {
    fc.assert(
      fc.property(forest(25), fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }), fc.boolean(), (nodes, under, guest) => {
        let all = [...nodes];
        let places = placed(nodes);
        for (const [i, at] of under.entries()) {
          const parent = nodes[at % nodes.length];
          if (parent === undefined) return;
          all = [...all, { id: `new${i}`, parentId: parent.id, guest, hosts: false }];
          const plan = replan(places, all, cityBlock(3));
          expect([...(plan?.keys() ?? [])]).toEqual([`new${i}`]);
          places = new Map([...places, ...(plan ?? [])]);
        }
        expectSound(all, places);
      }),
      { numRuns: 60 },
    );
  });

  it('划转单位只改动该单位及其下级的号码', () => {
    fc.assert(
      fc.property(forest(25), fc.nat(1000), fc.nat(1000), (nodes, pick, to) => {
        const moved = nodes[pick % nodes.length];
        const target = nodes[to % nodes.length];
        if (moved === undefined || target === undefined) return;
        const below = new Set([moved.id]);
        for (const n of nodes) if (n.parentId !== null && below.has(n.parentId)) below.add(n.id);
        if (below.has(target.id) || moved.parentId === target.id) return;
        const wanted = nodes.map((n) => (n.id === moved.id ? { ...n, parentId: target.id, guest: false } : n));
        const before = placed(nodes);
        const plan = replan(before, wanted, cityBlock(3));
        expect(new Set(plan?.keys())).toEqual(below);
        expectSound(wanted, new Map([...before, ...(plan ?? [])]));
      }),
      { numRuns: 80 },
    );
  });

  it('三千个单位的城市排得进自己的号段，仍可增设', () => {
    const nodes = Array.from(
      { length: 3000 },
      (_, i): TreeNode => ({
        id: `u${i}`,
        parentId: i === 0 ? null : `u${Math.floor((i - 1) / 12)}`,
        guest: false,
        hosts: false,
      }),
    );
    const places = placed(nodes);
    const lo = Math.min(...[...places.values()].map((p) => p.ord));
    const hi = Math.max(...[...places.values()].map((p) => p.hi));
    expect([lo >= cityBlock(3).lo, hi <= cityBlock(3).hi]).toEqual([true, true]);
    expect(replan(places, [...nodes, { id: 'new', parentId: 'u7', guest: false, hosts: false }], cityBlock(3))?.size).toBe(1);
  });

  it('没有变化时不产生任何新号码', () => {
    fc.assert(
      fc.property(forest(30), (nodes) => {
        expect(replan(placed(nodes), nodes, cityBlock(3))?.size).toBe(0);
      }),
    );
  });

  it('一个单位下可先后增设二十个内设单位而不重新编号', () => {
    let all: TreeNode[] = [{ id: 'leaf', parentId: null, guest: false, hosts: false }];
    let places = placed([...all, { id: 'next', parentId: null, guest: false, hosts: false }]);
    all = [...all, { id: 'next', parentId: null, guest: false, hosts: false }];
    for (let i = 0; i < 20; i += 1) {
      all = [...all, { id: `c${i}`, parentId: 'next', guest: false, hosts: false }];
      const plan = replan(places, all, cityBlock(3));
      expect(plan?.size).toBe(1);
      places = new Map([...places, ...(plan ?? [])]);
    }
    expectSound(all, places);
  });

  it('空间用尽的单位连同下级迁到更宽处，其他单位不动', () => {
    const nodes: TreeNode[] = ['top', 'full', 'child', 'other'].map((id, i) => ({
      id,
      parentId: ['top', 'full'][i === 2 ? 1 : 0] ?? null,
      guest: false,
      hosts: false,
    }));
    const wanted = nodes.map((n) => (n.id === 'top' ? { ...n, parentId: null } : n));
    const lo = cityBlock(3).lo;
    const places = new Map<string, Placed>([
      ['top', { ord: lo, ownHi: lo + 99_999, hi: lo + 99_999 }],
      ['full', { ord: lo + 10, ownHi: lo + 11, hi: lo + 11 }],
      ['child', { ord: lo + 11, ownHi: lo + 11, hi: lo + 11 }],
      ['other', { ord: lo + 12, ownHi: lo + 20, hi: lo + 20 }],
    ]);
    const more = [...wanted, { id: 'second', parentId: 'full', guest: false, hosts: false }];
    const plan = replan(places, more, cityBlock(3));
    expect(new Set(plan?.keys())).toEqual(new Set(['full', 'child', 'second']));
    expectSound(more, new Map([...places, ...(plan ?? [])]));
  });
});
