import type { Input } from '../telling.ts';

/** A unit that works in a system of its own. `code`: first part of its logins; `officers`: where its officers' logins differ. */
export type OwnSystem = {
  readonly key: string;
  readonly code: string;
  readonly officers: string;
  readonly trade: string;
  /** Which of the trade's usual conducts it meets; one without a benchmark, so that no tier has to be chosen. */
  readonly conduct: 0 | 1 | 'unlit';
  /** Parts in three of its cases that are decided on the spot. */
  readonly onTheSpot: 0 | 1 | 2 | 3;
  readonly body: string;
  readonly court: string;
  readonly streets: readonly string[];
  /** Somebody beside the officers may hold hearings. */
  readonly hears: boolean;
};

const LINHE = {
  ...{ body: '巴彦淖尔市人民政府', court: '临河区人民法院' },
  streets: ['解放西街', '胜利南路', '新华东街', '利民街', '河套大街', '团结路', '金川大道', '庆丰街'],
} as const;
const AT_LINHE = { ...LINHE, body: '临河区人民政府' } as const;
const URAD = {
  ...{ body: '乌拉特中旗人民政府', court: '乌拉特中旗人民法院' },
  streets: ['海流图镇', '德岭山镇', '石哈河镇', '温更镇', '川井苏木', '巴音乌兰苏木'],
} as const;

/** Of the city, its banners and a township, in eight fields. */
export const OWN_SYSTEMS: readonly OwnSystem[] = [
  { ...LINHE, key: '市交通局', code: 'jt', officers: 'jt', trade: '交通局', conduct: 0, onTheSpot: 0, hears: true },
  { ...LINHE, key: '市城管局', code: 'cg', officers: 'cg', trade: '城管局', conduct: 1, onTheSpot: 3, hears: true },
  { ...LINHE, key: '市卫健委', code: 'wj', officers: 'wj', trade: '卫健委', conduct: 0, onTheSpot: 2, hears: true },
  { ...LINHE, key: '市自然资源局', code: 'zrzy', officers: 'zrzy', trade: '自然资源局', conduct: 1, onTheSpot: 0, hears: true },
  { ...LINHE, key: '市文旅局', code: 'wl', officers: 'wl', trade: '文旅局', conduct: 1, onTheSpot: 1, hears: true },
  { ...LINHE, key: '市应急局', code: 'yj', officers: 'yj', trade: '应急局', conduct: 1, onTheSpot: 0, hears: true },
  { ...AT_LINHE, key: '临河城管局', code: 'lh-cg', officers: 'lh-cg', trade: '城管局', conduct: 0, onTheSpot: 3, hears: true },
  {
    ...AT_LINHE,
    key: '临河市场监管局',
    code: 'lh-scjg',
    officers: 'lh-scjg',
    trade: '市场监管局',
    conduct: 'unlit',
    onTheSpot: 2,
    hears: true,
  },
  { ...URAD, key: '乌中林草局', code: 'wz-lc', officers: 'wz-lc', trade: '林草局', conduct: 0, onTheSpot: 2, hears: true },
  {
    ...{ ...URAD, key: '乌中呼勒斯太苏木', code: 'wz-hl', officers: 'wz-hld', trade: '林草局', conduct: 0, onTheSpot: 3, hears: false },
    streets: ['呼勒斯太嘎查', '巴音杭盖嘎查', '乌兰格日勒嘎查'],
  },
];

/** Lists of the city's departments name their first usual conduct: whoever is fined for it is told why they do not let it go. */
export const NOT_ON_LISTS: Input = {
  notFree: '一年内已经因同一行为受过教育提醒，不属于初次违法。',
  notLess: '没有主动消除危害后果，也没有立功表现。',
};
