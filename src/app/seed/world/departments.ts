import type { LeadKind } from '#law';

export type DepartmentKind = {
  readonly key: string;
  /** Names by tier; null where the tier has none. */
  readonly city: string | null;
  readonly banner: string | null;
  /** Last part of the 机关代字. */
  readonly mark: string;
  /** CT9; null where none of its values fits. */
  readonly domain: string | null;
};

const row = (key: string, city: string | null, banner: string | null, mark: string, domain: string | null): DepartmentKind => ({
  key,
  city,
  banner,
  mark,
  domain,
});

/** The usual enforcing departments; `banner` names follow the merged departments of smaller governments. */
export const DEPARTMENTS: readonly DepartmentKind[] = [
  row('市场监管局', '市场监督管理局', '市场监督管理局', '市监', '市场监管'),
  row('卫健委', '卫生健康委员会', '卫生健康委员会', '卫健', '公共卫生'),
  row('自然资源局', '自然资源局', '自然资源局', '自然资', '自然资源'),
  row('应急局', '应急管理局', '应急管理局', '应急', '安全生产'),
  row('人社局', '人力资源和社会保障局', '人力资源和社会保障局', '人社', '劳动保障'),
  row('城管局', '城市管理综合执法局', '综合行政执法局', '综执', '城市管理'),
  row('交通局', '交通运输局', '交通运输局', '交', '交通运输'),
  row('教育局', '教育局', '教育局', '教', '教育培训'),
  row('农牧局', '农牧局', '农牧和科技局', '农牧', '农牧'),
  row('林草局', '林业和草原局', '林业和草原局', '林草', '林草'),
  row('水利局', '水利局', '水利局', '水利', '水利'),
  row('文旅局', '文化旅游广电局', '文化旅游体育局', '文旅', '文旅'),
  row('住建局', '住房和城乡建设局', '住房和城乡建设局', '住建', '住建'),
  row('发改委', '发展和改革委员会', '发展和改革委员会', '发改', null),
  row('工信局', '工业和信息化局', '工信和商务局', '工信', null),
  row('民政局', '民政局', '民政局', '民', null),
  row('医保局', '医疗保障局', '医疗保障局', '医保', null),
  row('商务局', '商务局', null, '商务', null),
  row('能源局', '能源局', null, '能源', null),
  row('统计局', '统计局', '统计局', '统', null),
  row('民委', '民族事务委员会', null, '民委', null),
  row('金融办', '金融工作办公室', null, '金融', '金融服务'),
];

export type VerticalKind = {
  readonly key: string;
  readonly city: (name: string) => string;
  readonly banner: ((name: string) => string) | null;
  readonly above: string;
  readonly mark: string;
  readonly domain: string | null;
  readonly leadKind: LeadKind;
  readonly leadBasis: string;
};

/** 细则 2¶3: located here, led from above. How each is led stands in its paper, never in its name (R825-15). */
export const VERTICALS: readonly VerticalKind[] = [
  {
    key: '税务局',
    city: (name) => `国家税务总局${name}税务局`,
    banner: (name) => `国家税务总局${name}税务局`,
    above: '国家税务总局内蒙古自治区税务局',
    mark: '税',
    domain: '税务',
    leadKind: 'vertical',
    leadBasis: '机构职能编制规定（演示，待核定）',
  },
  {
    key: '气象局',
    city: (name) => `${name}气象局`,
    banner: (name) => `${name}气象局`,
    above: '内蒙古自治区气象局',
    mark: '气',
    domain: null,
    leadKind: 'dual',
    leadBasis: '机构职能编制规定（演示，待核定）',
  },
  {
    key: '烟草专卖局',
    city: (name) => `${name}烟草专卖局`,
    banner: null,
    above: '内蒙古自治区烟草专卖局',
    mark: '烟',
    domain: null,
    leadKind: 'vertical',
    leadBasis: '机构职能编制规定（演示，待核定）',
  },
  {
    key: '消防救援支队',
    city: (name) => `${name}消防救援支队`,
    banner: null,
    above: '内蒙古自治区消防救援总队',
    mark: '消',
    domain: '消防',
    leadKind: 'vertical',
    leadBasis: '机构职能编制规定（演示，待核定）',
  },
];

/** 外部机关 of the city: partners of 细则 4, 7, 20, 24, 26; they read what they take part in. */
export const EXTERNALS: readonly (readonly [key: string, name: string])[] = [
  ['监委', '巴彦淖尔市监察委员会'],
  ['公安局', '巴彦淖尔市公安局'],
  ['检察院', '巴彦淖尔市人民检察院'],
  ['法院', '巴彦淖尔市中级人民法院'],
  ['审计局', '巴彦淖尔市审计局'],
  ['人大', '巴彦淖尔市人大常委会'],
  ['政协', '巴彦淖尔市政协'],
  ['政法委', '中共巴彦淖尔市委政法委员会'],
  ['督查室', '巴彦淖尔市人民政府督查室'],
];
