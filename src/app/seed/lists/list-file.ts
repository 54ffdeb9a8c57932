import { addDays, LENIENT_LISTS, type LocalDate, localDate } from '#law';
import { LIST_LABELS, type ListColumn, POWER_KIND_LABELS } from '#registers/power-lists';
import type { ListKind, PowerKind } from '../../../registers/power-lists/model.ts';
import { reporters } from '../decisions/reporting-units.ts';
import { unitPlants } from '../decisions/unit-plants.ts';
import type { SeedUnit, SeedWorld } from '../world/world.ts';
import { inwardLists } from './inward-lists.ts';
import {
  ENDED_ITEM,
  ENVIRONMENT_ITEMS,
  type Item,
  inspectionItem,
  LIST_CHANGE,
  NEW_ITEM,
  OTHER_FIELD,
  OUT_OF_FIELD,
  penaltyItems,
} from './items.ts';

/** One row of a file of lists, by the keys of its columns. */
export type ListRow = Partial<Readonly<Record<ListColumn, string>>>;

/** Lists hold since before anything that the city shows, and not before the youngest law that they rest on. */
const SINCE = localDate('2022-07-01');
/** 《生态环境法典》: the day on which it takes the place of the laws on noise, waste and air. */
const CODE_FROM = localDate('2026-08-15');
const CODE = '《中华人民共和国生态环境法典》';
/** A city department that lacks one of its four lists (细则 19¶2), and one whose items bear no day of publication. */
const LACKS_ONE = '市人社局';
const UNPUBLISHED = '市卫健委';
/** 四张清单 one of which nobody has published (Q08), 重点监管 entered without any record (G09), 赋权 not evaluated (S08). */
const HIDDEN_LENIENT = '市文旅局';
const HIDDEN_KEY_MATTER = '市交通局';
const NOT_EVALUATED = '临河狼山镇';
const HIDDEN = { publishedOn: '', publishedAt: '' };
/** Rests on a trial document whose last day goes by before the anchor (B03): nobody has looked at the line since. */
const STALLS = { code: 'LH-JC-9', name: '流动食品摊点检查', basis: '流动食品摊点备案办法（试行）（（演示）临市监发1号）第六条' };
const PENALTY = { powerKind: POWER_KIND_LABELS.penalty };

/** The file by which the bureau enters all lists of the city for the first time. */
export function firstLists(world: SeedWorld): readonly ListRow[] {
  const units = new Map(world.units.map((u) => [u.key, u]));
  const row = rowsFrom(SINCE);
  const listing = withUnits(world, listingUnits(world));
  return [
    ...listing.flatMap(({ unit, trade }) => ownLists(unit, trade, row)),
    ...listing.flatMap(({ unit, trade }) => fourLists(unit, trade, row)),
    ...rowsOf(units.get('市生态环境局'), (unit) => lenientLists(unit, ENVIRONMENT_ITEMS[0], row)),
    ...rowsOf(units.get('市生态环境局'), ({ name }) => ENVIRONMENT_ITEMS.map((item) => row('power', name, item, PENALTY))),
    ...rowsOf(units.get('市农牧局'), ({ name, domain }) => [
      row('power', name, ENDED_ITEM, { ...PENALTY, domain: domain ?? '' }),
      row('power', name, OUT_OF_FIELD, { ...PENALTY, domain: OTHER_FIELD }),
    ]),
    ...empoweredUnits(world).flatMap((unit) => empowerments(unit, row, addDays(world.anchor, EVALUATED))),
  ];
}

/** The file of the later change: one item ends, one begins, and the environment's items rest on the new code. */
export function changedLists(world: SeedWorld, loadedOn: LocalDate): readonly ListRow[] {
  const change = addDays(world.anchor, LIST_CHANGE);
  const [before, after] = [rowsFrom(SINCE), rowsFrom(change)];
  const units = new Map(world.units.map((u) => [u.key, u]));
  const code = rowsFrom(CODE_FROM);
  return [
    ...rowsOf(units.get('市农牧局'), (unit) => [
      before('power', unit.name, ENDED_ITEM, { ...PENALTY, domain: unit.domain ?? '', through: addDays(change, -1) }),
      after('power', unit.name, NEW_ITEM, { ...PENALTY, domain: unit.domain ?? '' }),
    ]),
    ...rowsOf(units.get('乌中农牧局'), (unit) => [after('power', unit.name, NEW_ITEM, { ...PENALTY, domain: unit.domain ?? '' })]),
    ...rowsOf(units.get('临河市场监管局'), (unit) => [after('inspection', unit.name, STALLS)]),
    ...inwardLists(world, loadedOn),
    ...rowsOf(loadedOn < CODE_FROM ? undefined : units.get('市生态环境局'), (unit) =>
      ENVIRONMENT_ITEMS.flatMap((item) => [
        before('power', unit.name, item, { ...PENALTY, through: addDays(CODE_FROM, -1) }),
        code('power', unit.name, { ...item, basis: CODE }, PENALTY),
      ]),
    ),
  ];
}

/** A unit that decides, and in which trade. */
export type Listing = { readonly key: string; readonly trade: string };

/** Departments that report decisions; teams and branches decide in another's name and have no list of their own. */
export function listingUnits(world: SeedWorld): readonly Listing[] {
  const reporting = reporters(world).map(({ unit, trade }) => ({ key: unit, trade }));
  const years = unitPlants({ anchor: world.anchor, working: (from) => from }).map(({ unit, trade }) => ({ key: unit, trade }));
  return [...reporting, ...years, { key: '临河文物所', trade: '文旅局' }];
}

/** The lists of further units, each of one trade. */
export function furtherLists(world: SeedWorld, listing: readonly Listing[]): readonly ListRow[] {
  const row = rowsFrom(SINCE);
  return withUnits(world, listing).flatMap(({ unit, trade }) => [...ownLists(unit, trade, row), ...fourLists(unit, trade, row)]);
}

/** 四张清单 are made by the city's departments alone (细则 19¶2). */
function fourLists(unit: SeedUnit, trade: string, row: Rows): readonly ListRow[] {
  return unit.tier === 'city' ? lenientLists(unit, penaltyItems(trade)[0], row) : [];
}

function withUnits(world: SeedWorld, listing: readonly Listing[]): readonly { readonly unit: SeedUnit; readonly trade: string }[] {
  const units = new Map(world.units.map((u) => [u.key, u]));
  return listing.flatMap(({ key, trade }) => {
    const unit = units.get(key);
    return unit === undefined ? [] : [{ unit, trade }];
  });
}

type Rows = (list: ListKind, unit: string, item: Item, more?: ListRow) => ListRow;

function rowsFrom(from: LocalDate): Rows {
  const published = addDays(from, -20);
  return (list, organisation, { code, name, basis }, more = {}) => ({
    ...{ list: LIST_LABELS[list], organisation, code, name, basis, from },
    ...{ publishedOn: published, publishedAt: '市人民政府门户网站（演示）' },
    ...more,
  });
}

function rowsOf(unit: SeedUnit | undefined, rows: (unit: SeedUnit) => readonly ListRow[]): readonly ListRow[] {
  return unit === undefined ? [] : rows(unit);
}

function ownLists(unit: SeedUnit, trade: string, row: Rows): readonly ListRow[] {
  const check = inspectionItem(trade);
  const power = (item: Item, kind: PowerKind) =>
    row('power', unit.name, item, {
      powerKind: POWER_KIND_LABELS[kind],
      domain: unit.domain ?? '',
      duty: kind === 'penalty' ? '立案、调查、审核、告知、决定、送达、执行各环节责任' : '制定计划、实施检查、公示结果',
      ...(unit.key === UNPUBLISHED && kind === 'penalty' ? { publishedOn: '', publishedAt: '' } : {}),
    });
  return [
    ...penaltyItems(trade).map((item) => power(item, 'penalty')),
    ...(check === null
      ? []
      : [
          power(check, 'inspection'),
          row('inspection', unit.name, check, { conditions: '日常检查、专项检查' }),
          row('spot-check', unit.name, { ...check, code: check.code.replace('JC', 'SJCC') }, { conditions: '双随机，每年不超过一次' }),
        ]),
    ...(unit.tier === 'city' && check !== null
      ? [
          row(
            'key-matter',
            unit.name,
            { ...check, code: check.code.replace('JC', 'ZD'), name: `${check.name}（重点监管）` },
            unit.key === HIDDEN_KEY_MATTER ? HIDDEN : {},
          ),
        ]
      : []),
  ];
}

/** By list: what it rests on, when it holds and what is done instead. */
export const LENIENT: Readonly<Record<string, { readonly basis: string; readonly conditions: string; readonly measure: string }>> = {
  'no-penalty': {
    ...{ basis: '《中华人民共和国行政处罚法》第三十三条', conditions: '初次违法且危害后果轻微并及时改正' },
    measure: '教育当事人，一个月内回访',
  },
  lighter: {
    ...{ basis: '《中华人民共和国行政处罚法》第三十二条', conditions: '主动消除或者减轻违法行为危害后果' },
    measure: '书面告知整改要求',
  },
  mitigated: {
    ...{ basis: '《中华人民共和国行政处罚法》第三十二条', conditions: '配合行政机关查处违法行为有立功表现' },
    measure: '集体讨论后决定',
  },
  'no-coercion': {
    ...{ basis: '《中华人民共和国行政强制法》第十六条', conditions: '违法行为情节显著轻微或者没有明显社会危害' },
    measure: '责令改正，按期复查',
  },
};

/** 四张清单 of a city department (细则 19¶2), each for its first usual conduct. */
function lenientLists(unit: SeedUnit, item: Item | undefined, row: Rows): readonly ListRow[] {
  if (item === undefined) return [];
  return LENIENT_LISTS.filter((list) => unit.key !== LACKS_ONE || list !== 'no-coercion').flatMap((list) => {
    const rule = LENIENT[list];
    return rule === undefined
      ? []
      : [row(list, unit.name, { ...item, basis: rule.basis }, { ...rule, ...(isHidden(unit, list) ? HIDDEN : {}) })];
  });
}

const isHidden = ({ key }: SeedUnit, list: ListKind) => key === HIDDEN_LENIENT && list === 'no-penalty';

/** Townships and streets of which the city shows people: teams act in their name, and who guides them can be confirmed. */
function empoweredUnits({ units, people }: SeedWorld): readonly SeedUnit[] {
  const staffed = new Set(people.map((p) => p.unit));
  return units.filter(({ kind, key, tier }) => kind === 'township' && tier === 'township' && !key.endsWith('执法队') && staffed.has(key));
}

/** Days from the anchor on which the province last evaluated what it has given away. */
const EVALUATED = -300;

/** 处罚法 24: powers of the county's departments that the autonomous region has given to townships. */
function empowerments({ key, name }: SeedUnit, row: Rows, evaluatedOn: LocalDate): readonly ListRow[] {
  const trade = key.startsWith('临河') ? '城管局' : '林草局';
  const more = { ...PENALTY, decision: '内政发（演示）〔2021〕1号', ...(key === NOT_EVALUATED ? {} : { evaluatedOn }) };
  return penaltyItems(trade)
    .slice(0, 2)
    .map((item) => row('empowerment', name, item, more));
}
