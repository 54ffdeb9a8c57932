import type { SeedWorld } from '../world/world.ts';

/** A unit that decides; `by` is the login that reports for it. */
export type Reporter = { readonly unit: string; readonly trade: string; readonly by: string };

const own = (unit: string, trade: string, by: string): Reporter => ({ unit, trade, by });

/** Departments with people of their own report themselves; for the other banners the city's data exchange does. */
export function reporters(world: SeedWorld): readonly Reporter[] {
  return [
    own('市市场监管局', '市场监管局', 'scjg-cb1'),
    own('市交通局', '交通局', 'jt-cb1'),
    own('市农牧局', '农牧局', 'nm-cb1'),
    own('市应急局', '应急局', 'yj-cb1'),
    own('市卫健委', '卫健委', 'wj-cb1'),
    own('市自然资源局', '自然资源局', 'zrzy-cb1'),
    own('市人社局', '人社局', 'rs-cb1'),
    own('市城管局', '城管局', 'cg-cb1'),
    own('市文旅局', '文旅局', 'wl-cb1'),
    own('临河市场监管局', '市场监管局', 'lh-scjg-cb1'),
    own('临河自然资源局', '自然资源局', 'lh-zrzy-cb1'),
    own('临河城管局', '城管局', 'lh-cg-cb1'),
    own('乌中农牧局', '农牧局', 'wz-nm-cb1'),
    own('乌中林草局', '林草局', 'wz-lc-cb1'),
    ...world.units
      .filter((u) => ['五原', '磴口', '乌前', '乌后', '杭后'].some((b) => u.key.startsWith(b)))
      .flatMap((u) =>
        ['市场监管局', '交通局', '农牧局'].filter((t) => u.key.endsWith(t)).map((trade) => ({ unit: u.key, trade, by: 'sf-jk' })),
      ),
  ];
}
