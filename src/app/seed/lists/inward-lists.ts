import { addDays, INTERNAL_SYSTEMS, type LocalDate, yearOf } from '#law';
import { LIST_LABELS, type ListColumn } from '#registers/power-lists';
import type { SeedWorld } from '../world/world.ts';
import { LIST_CHANGE } from './items.ts';

type Row = Partial<Readonly<Record<ListColumn, string>>>;

/** A department with everything that 细则 25 asks for, and one that lacks a system (G06). */
const COMPLETE = '市市场监管局';
const LACKS_A_SYSTEM = '市农牧局';
const LACKING = '25(5)';
/** A department with this year's plan, and one whose last plan is of the year before (J15). */
const PLANNED = '市市场监管局';
const NOT_PLANNED = '市应急局';
/** A document that was published and never filed, and one that was (B03): days from the anchor of their publication. */
const NEVER_FILED = { unit: '市卫健委', code: '（演示）卫发7号', name: '公共场所卫生监督管理办法', published: -100 };
const FILED = { unit: '市交通局', code: '（演示）交发8号', name: '货运车辆超限运输治理办法', published: -118 };

/** What units enter about themselves: internal systems, yearly plans, and who answers for which item. */
export function inwardLists(world: SeedWorld, loadedOn: LocalDate): readonly Row[] {
  const nameOf = (key: string) => world.units.find((u) => u.key === key)?.name ?? key;
  const year = yearOf(world.anchor);
  const plan = (unit: string, of: number): Row => ({
    ...{ list: LIST_LABELS['inspection-plan'], organisation: nameOf(unit), code: String(of), name: `${of}年度行政检查计划（演示）` },
    ...{ publishedOn: `${of}-03-28`, publishedAt: '市人民政府门户网站（演示）', from: `${of}-01-01`, through: `${of}-12-31` },
  });
  return [
    ...systems(nameOf(COMPLETE), Object.keys(INTERNAL_SYSTEMS)),
    ...systems(
      nameOf(LACKS_A_SYSTEM),
      Object.keys(INTERNAL_SYSTEMS).filter((code) => code !== LACKING),
    ),
    plan(NOT_PLANNED, year - 1),
    ...(`${year}-03-28` <= loadedOn ? [plan(PLANNED, year)] : []),
    ...duties(world, LACKS_A_SYSTEM, nameOf(LACKS_A_SYSTEM)),
    ...[NEVER_FILED, FILED].map((document) => publishedDocument(world, nameOf(document.unit), document)),
  ];
}

function publishedDocument({ anchor }: SeedWorld, organisation: string, { code, name, published }: typeof FILED): Row {
  const on = addDays(anchor, published);
  return {
    list: LIST_LABELS['normative-document'],
    organisation,
    code,
    name,
    publishedOn: on,
    publishedAt: '市政府门户网站（演示）',
    from: on,
  };
}

function systems(organisation: string, codes: readonly string[]): readonly Row[] {
  return codes.map((code, i) => ({
    ...{ list: LIST_LABELS['internal-system'], organisation, code, name: `${INTERNAL_SYSTEMS[code] ?? code}（演示）` },
    ...{ decision: `（演示）制度〔2024〕${i + 1}号`, from: '2024-01-01' },
  }));
}

/** 岗位职责分解: both handlers of a department answer for its first item. */
function duties(world: SeedWorld, unit: string, organisation: string): readonly Row[] {
  const handlers = world.people.filter((p) => p.unit === unit && p.posts[0]?.role === 'handler').slice(0, 2);
  return handlers.flatMap(({ name, certificates: [card] }) =>
    card === undefined
      ? []
      : [
          {
            ...{ list: LIST_LABELS['post-duty'], organisation, code: 'NM-CF-001', name: '未建立农药进货台账' },
            ...{ post: '农业综合执法岗', officer: name, certificate: card.number, from: addDays(world.anchor, LIST_CHANGE) },
          },
        ],
  );
}
