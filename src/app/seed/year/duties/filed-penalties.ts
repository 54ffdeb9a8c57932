import { addDays, addYears, type LocalDate } from '#law';
import { lawful, numberOf, party, type Row } from '../../decisions/decision.ts';
import { officersOf, organOf } from '../../decisions/plan.ts';
import { send } from '../../decisions/report.ts';
import { FILING, filed, owedOf, SOUND } from '../../stories/filings.ts';
import { LINHE, URAD } from '../../stories/letters.ts';
import type { Story } from '../../town/timeline.ts';
import type { Town } from '../../town/town.ts';

const YUAN = 60_000;
/** In the year before: nearly as much, and nothing that has to be filed. */
const BEFORE = 49_000;
/** Parties that no other decision of the demonstration is about. */
const PARTIES = 9100;
/** Numbers that a unit's other decisions do not come to. */
const NUMBERED_FROM = 901;

/** Major penalties of counties' departments: filed with the bureau in time; of the department above there is a receipt or none. Days from the anchor. */
type Filed = {
  readonly unit: string;
  readonly code: string;
  readonly what: string;
  readonly basis: string;
  readonly decidedOn: number;
  readonly receiptOn: number | null;
};
const FARM = { unit: '乌中农牧局', code: 'wz-nm' } as const;
const GRASS = { unit: '乌中林草局', code: 'wz-lc' } as const;
const LAND = { unit: '临河自然资源局', code: 'lh-zrzy' } as const;
const CITY = { unit: '临河城管局', code: 'lh-cg' } as const;
const PLANNING = '《中华人民共和国城乡规划法》第六十四条';
/** The period, fifteen days, is over today for none that was decided fifteen days ago. */
const FILED: readonly Filed[] = [
  { ...FARM, what: '经营假种子', basis: '《中华人民共和国种子法》第七十四条', decidedOn: -70, receiptOn: null },
  { ...FARM, what: '无许可证经营农药', basis: '《农药管理条例》第五十五条', decidedOn: -50, receiptOn: null },
  { ...GRASS, what: '非法开垦草原', basis: '《中华人民共和国草原法》第六十六条', decidedOn: -70, receiptOn: null },
  { ...GRASS, what: '未经批准使用草原', basis: '《中华人民共和国草原法》第六十五条', decidedOn: -50, receiptOn: null },
  { ...LAND, what: '破坏耕地种植条件', basis: '《中华人民共和国土地管理法》第七十五条', decidedOn: -70, receiptOn: -60 },
  { ...LAND, what: '非法占用土地建设', basis: '《中华人民共和国土地管理法》第七十七条', decidedOn: -15, receiptOn: null },
  { ...CITY, what: '未取得规划许可建设', basis: PLANNING, decidedOn: -70, receiptOn: -50 },
  { ...CITY, what: '未按照规划许可建设', basis: PLANNING, decidedOn: -15, receiptOn: null },
];
const REPORTED_AFTER = 5;
const FILED_AFTER = 7;
const RECEIVED_AFTER = 10;

/** Told by the units, filed, received by the bureau, and, where there is one, the receipt from above entered. */
export const filedPenaltyStory: Story = async function* (town) {
  const told = FILED.map((one, i) => toldOf(town, one, i));
  const steps = told.flatMap((one, i) => [
    { on: one.decidedOn + REPORTED_AFTER, does: () => send(town, 'sf-jk', one.rows, 'publicity', `-filed-${i}`) },
    { on: one.decidedOn + FILED_AFTER, does: () => file(town, one) },
    { on: one.decidedOn + RECEIVED_AFTER, does: () => receive(town, one) },
    ...(one.receiptOn === null ? [] : [{ on: one.receiptOn, does: () => acknowledge(town, one) }]),
  ]);
  for (const { on, does } of steps.toSorted((a, b) => a.on - b.on)) {
    // A row tells of days that must have passed: no rest day moves it to an earlier one.
    yield addDays(town.world.anchor, on);
    await does();
  }
};

type Told = Filed & { readonly number: string; readonly rows: readonly Row[] };

/** The decision, and nearly as great a one of the year before: what is planted must not make a year look suspicious. */
function toldOf({ world }: Town, of: Filed, i: number): Told {
  const { unit, what, basis } = of;
  const organ = organOf(world, unit);
  const staff = officersOf(world, unit);
  const officers = { officers: staff.slice(0, 2).join('、'), handler: (staff[i % 2] ?? '').replace(/（.*/, '') };
  const on = addDays(world.anchor, of.decidedOn);
  const row = (n: number, day: LocalDate, name: string, fine: number): Row => ({
    事项编码: '',
    ...lawful(organ, NUMBERED_FROM + i, day, {
      party: party(PARTIES + n, '法人及非法人组织'),
      conduct: { what: name, facts: `有“${name}”的行为`, basis, fine: [fine, fine] },
      ...{ fine, ...officers },
    }),
  });
  const rows = [row(2 * i, addYears(on, -1), `${what}（上年）`, BEFORE), row(2 * i + 1, on, what, YUAN)];
  return { ...of, number: numberOf(organ, on, NUMBERED_FROM + i), rows };
}

async function file(town: Town, { code, number }: Told): Promise<void> {
  await filed(town, code, await owed(town, number));
}

async function receive(town: Town, { code, number }: Told): Promise<void> {
  const id = await owed(town, number);
  const { drafter } = code.startsWith('wz') ? URAD : LINHE;
  await town.act(drafter, FILING, 'receive', id, { opinion: '材料齐全。' });
  await town.act(drafter, FILING, 'accept', id, { ...SOUND, opinion: '予以备案。' });
}

async function acknowledge(town: Town, { code, number }: Told): Promise<void> {
  const by = `${code}-cb1`;
  const paper = [await town.upload(by, '上级备案回执.pdf')];
  const receipt = { on: town.clock.today(), number: `演示备〔${number.slice(-4)}〕`, paper };
  await town.act(by, FILING, 'register-receipt', await owed(town, number), receipt);
}

async function owed(town: Town, number: string): Promise<string> {
  const found = await owedOf(town, number);
  if (found === null) throw new Error(`nothing to be filed for ${number}`);
  return found.id;
}
