/**
 * Texts of law of the demonstration: invented and said to be so, because the texts of real ones come by import only. They
 * show what loading them shows: editions, a decision that numbers anew, dirt by line, contradictions, an unread file.
 */
const NOTE = '本文本为演示而编写，内容虚构，不具法律效力。';
const PARKING = '公共停车设施管理办法（演示）';
const MARKET = '夜间集市经营规定（演示）';
const FIRST_PARKING = '2022年2月1日演示市人民政府令第1号公布';
const LISTS = '（一）收费标准；\n\n（二）开放时间；\n\n（三）投诉电话。';

const text = (...lines: readonly string[]): string => `${lines.join('\n\n')}\n`;

const PARKING_2022 = text(
  `# ${PARKING}`,
  FIRST_PARKING,
  '## 第一章 总则',
  `第一条 ${NOTE}`,
  '第二条 本办法所称公共停车设施，是指向社会开放的停车场、停车楼和路侧停车泊位。',
  '## 第二章 经营',
  `第三条 经营公共停车设施的，应当在开放前三十日内向主管部门登记，并公开下列事项：\n\n${LISTS}`,
  '第四条 经营者没有按照第三条的规定公开有关事项的，由主管部门责令限期改正；逾期不改正的，处五百元以上二千元以下罚款。',
  '第五条 本办法自2022年3月1日起施行。',
);

const PARKING_2024 = text(
  `# ${PARKING}`,
  FIRST_PARKING,
  `2024年9月1日《演示市人民政府关于修改〈${PARKING}〉的决定》修正`,
  '## 第一章 总则',
  `第一条 ${NOTE}`,
  '第二条 本办法所称公共停车设施，是指向社会开放的停车场、停车楼和路侧停车泊位。',
  '## 第二章 经营',
  `第三条 经营公共停车设施的，应当在开放前三十日内向主管部门登记，并公开下列事项：\n\n${LISTS}`,
  '第四条 公共停车设施应当设置不少于总数百分之二的无障碍停车泊位。',
  '第五条 经营者没有按照第三条的规定公开有关事项的，由主管部门责令限期改正；逾期不改正的，处一千元以上三千元以下罚款。',
  '第六条 本办法自2022年3月1日起施行。',
);

const DECISION = text(
  `# 演示市人民政府关于修改《${PARKING}》的决定`,
  '2024年9月1日演示市人民政府令第3号公布',
  NOTE,
  '一、增加一条，作为第四条：“第四条　公共停车设施应当设置不少于总数百分之二的无障碍停车泊位。”',
  '二、将第四条改为第五条，其中的“五百元以上二千元以下”修改为“一千元以上三千元以下”。',
  '三、第五条改为第六条。',
  '本决定自2024年10月1日起施行。',
);

/** With the dirt that real files have: characters nobody sees, half-width marks, a number left out, a table. */
const MARKET_2021 = text(
  `# ${MARKET}`,
  '2021年5月10日演示市人民政府令第2号公布',
  `第一条\u00a0${NOTE}`,
  '第二条 夜间集市由\u200b街道办事处组织划定,营业时间不得超过次日一时。',
  '第 三 条 经营者应当保持环境整洁；乱扔废弃物的，处五十元罚款。',
  '第五条 摊位费按照下表收取。',
  '| 区域 | 元／日 |\n| --- | --- |\n| 广场 | 20 |',
  '第六条 本规定自2021年6月1日起施行。',
);
const OTHER_MARKET_2021 = MARKET_2021.replace('处五十元罚款', '处一百元罚款');

const ORDINANCE = text(
  '# 公共停车设施条例（演示）',
  '2024年12月1日演示市人民代表大会常务委员会通过',
  `第一条 ${NOTE}`,
  '第二条 公共停车设施的规划、建设和经营，适用本条例。',
  '第三条 本条例自2025年3月1日起施行。《机动车停放管理规定（演示）》同时废止。',
);

export type SampleFile = { readonly name: string; readonly body: string };

/** What the bureau has loaded when the city opens. */
export const LOADED: readonly SampleFile[] = [
  { name: `${PARKING}(2022-02-01).md`, body: PARKING_2022 },
  { name: `${MARKET}.txt`, body: MARKET_2021 },
  { name: '编写说明.pdf', body: '%PDF-1.7\n' },
];

/** What anybody may try: a file that is there already, a new edition with its decision, a second text, a repeal, an unread file. */
export const OFFERED: readonly SampleFile[] = [
  { name: `${PARKING}(2022-02-01).md`, body: PARKING_2022 },
  { name: `${PARKING}(2024-09-01).md`, body: PARKING_2024 },
  { name: `关于修改${PARKING}的决定.md`, body: DECISION },
  { name: `${MARKET}-另一来源.txt`, body: OTHER_MARKET_2021 },
  { name: '公共停车设施条例（演示）.md', body: ORDINANCE },
  { name: '目录.xlsx', body: 'PK' },
];
