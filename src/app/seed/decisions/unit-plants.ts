import { addDays, addYears, type LocalDate, yearOf, ymd } from '#law';
import { syntheticName } from '../world/seeded.ts';
import type { Row } from './decision.ts';
import { LATEST, type PlantingDays } from './plants.ts';

/** A unit whose decisions of a year are to be judged together in a known way; it decides nothing else. */
export type UnitPlant = {
  readonly id: string;
  readonly unit: string;
  readonly trade: string;
  readonly year: number;
  readonly decisions: readonly UnitDecision[];
};
/** `conduct`: which of the two usual ones of the trade. */
export type UnitDecision = { readonly decidedOn: LocalDate; readonly conduct: 0 | 1; readonly columns: Row };

const decision = (decidedOn: LocalDate, conduct: number, yuan: number, handler = ''): UnitDecision => ({
  ...{ decidedOn, conduct: conduct % 2 === 0 ? 0 : 1 },
  columns: { '罚款金额(元)': yuan, 处罚内容: `罚款人民币${yuan}元`, 承办人: handler },
});

/** What is planted for the rules over a unit's year (A01, A03), as far as its last decision has been reported. */
export function unitPlants(days: PlantingDays, rounds = 1): readonly UnitPlant[] {
  const until = addDays(days.anchor, LATEST);
  const once = [...incomePlants(days), ...crowdedPlants(days)].filter((p) => p.decisions.every((d) => d.decidedOn <= until));
  return [...once, ...once.flatMap((plant) => again(plant, rounds))];
}

/** The same in other units, once for each further round as far as there are any. */
function again(plant: UnitPlant, rounds: number): readonly UnitPlant[] {
  const units = ELSEWHERE[plant.unit] ?? [];
  return units.slice(0, rounds - 1).map((unit, i) => ({ ...plant, id: `${plant.id}~${i + 2}`, unit }));
}

const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  ...{ 五原卫健委: ['乌前卫健委'], 磴口卫健委: ['乌后卫健委'], 五原应急局: ['乌前应急局'], 磴口应急局: ['乌后应急局'] },
  ...{ 乌前自然资源局: ['五原自然资源局'], 乌后自然资源局: ['磴口自然资源局'] },
  ...{ 五原人社局: ['乌前人社局', '杭后人社局'], 磴口人社局: ['乌后人社局', '乌中人社局'] },
  ...{ 乌前文旅局: ['五原文旅局', '杭后文旅局'], 乌后文旅局: ['磴口文旅局', '乌中文旅局'] },
};

/** Units in which only later rounds plant: they have no life of their own beside it. */
export function unitsOfLaterRounds(): readonly string[] {
  return Object.values(ELSEWHERE).flat();
}

/** Days of this year, the same in the year before: both lie in months that are compared. */
function incomePlants({ anchor }: PlantingDays): readonly UnitPlant[] {
  const year = yearOf(anchor);
  const on = (i: number) => addDays(anchor, -40 - 32 * i);
  const before = (i: number) => addYears(on(i), -1);
  const every = (n: number, one: (i: number) => UnitDecision) => Array.from({ length: n }, (_, i) => one(i));
  const [most, other] = [syntheticName('A01/most'), syntheticName('A01/other')];
  // The second conduct is usually fined two and a half times as much: no fine may look unlike its kind.
  const usual = (i: number, yuan: number) => (i % 2 === 0 ? yuan : yuan * 2.5);
  const both = (thisYear: number, lastYear: number) => [
    ...every(6, (i) => decision(before(i), i, usual(i, lastYear))),
    ...every(6, (i) => decision(on(i), i, usual(i, thisYear))),
  ];
  return [
    { id: 'A01-growth', unit: '五原卫健委', trade: '卫健委', year, decisions: both(1920, 1200) },
    { id: 'A01-half-more', unit: '磴口卫健委', trade: '卫健委', year, decisions: both(1800, 1200) },
    {
      ...{ id: 'A01-one-officer', unit: '五原应急局', trade: '应急局', year },
      decisions: [
        ...every(4, (i) => decision(before(i), i, 12_000)),
        ...every(5, (i) => decision(on(i), i, 10_000, i === 2 ? other : most)),
      ],
    },
    {
      ...{ id: 'A01-three-quarters', unit: '磴口应急局', trade: '应急局', year },
      decisions: [
        ...every(4, (i) => decision(before(i), i, 20_000)),
        ...every(8, (i) => decision(on(i), i, 10_000, i % 4 === 3 ? other : most)),
      ],
    },
    {
      ...{ id: 'A01-one-item', unit: '乌前自然资源局', trade: '自然资源局', year },
      decisions: [
        ...every(4, (i) => decision(before(i), 1, 10_000)),
        ...every(5, (i) => decision(on(i), i === 2 ? 0 : 1, i === 2 ? 4000 : 9000)),
      ],
    },
    {
      ...{ id: 'A01-four-cases', unit: '乌后自然资源局', trade: '自然资源局', year },
      decisions: [...every(4, (i) => decision(before(i), 1, 9000)), ...every(4, (i) => decision(on(i), 1, 9000, most))],
    },
  ];
}

/** The year before: it has ended, so that its December can be judged. */
function crowdedPlants({ anchor }: PlantingDays): readonly UnitPlant[] {
  const year = yearOf(anchor) - 1;
  const on = (month: number, day: number) => ymd(year, month, day) ?? anchor;
  const of = (id: string, unit: string, trade: string, decisions: readonly UnitDecision[]): UnitPlant => ({
    id,
    unit,
    trade,
    year,
    decisions,
  });
  const [busy, other] = [syntheticName('A03/busy'), syntheticName('A03/other')];
  const onOneDay = (n: number) => [
    ...Array.from({ length: n }, (_, i) => decision(on(5, 20), i, 1500, busy)),
    ...[3, 4, 6, 9].map((month, i) => decision(on(month, 11), i, 1500, other)),
  ];
  return [
    of('A03-three-in-december', '五原人社局', '人社局', [
      ...[3, 9].map((month, i) => decision(on(month, 12), i, 3000)),
      ...[4, 8, 12].map((day, i) => decision(on(12, day), i, 3000)),
    ]),
    of('A03-two-in-december', '磴口人社局', '人社局', [
      ...[3, 6, 9].map((month, i) => decision(on(month, 12), i, 3000)),
      ...[4, 8].map((day, i) => decision(on(12, day), i, 3000)),
    ]),
    of('A03-nine-on-a-day', '乌前文旅局', '文旅局', onOneDay(9)),
    of('A03-eight-on-a-day', '乌后文旅局', '文旅局', onOneDay(8)),
  ];
}
