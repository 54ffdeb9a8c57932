import { type PartyKind, PENALTY_KIND_LABELS, type PenaltyKind } from './penalty.ts';
import type { PenaltyWeight } from './penalty-weight.ts';

/** The code under which a line of the catalogue holds for every item of the organ. */
export const EVERY_ITEM = '全部事项';

/** One line of an organ's 重大行政执法决定法制审核目录 about penalties, as it is entered. */
export type CatalogueLine = { readonly code: string; readonly name: string; readonly conditions: string };

type Whom = 'person' | 'organisation' | null;
/** What a line catches (every penalty, a kind, or a sum from so much on), of whoever it is about (null: everybody). */
export type CatalogueCase =
  | { readonly is: 'any' }
  | { readonly is: 'kind'; readonly kind: PenaltyKind }
  | { readonly is: 'fine' | 'confiscated'; readonly fromFen: number; readonly whom: Whom };

const SUM = /^(?:对(公民|单位))?(罚款|没收)(\d+(?:\.\d+)?)(万)?元以上$/;
/** How the conditions of a line are written, for whoever enters one. */
export const CATALOGUE_WORDS =
  '写“全部”，或者以顿号分开的处罚种类（如：吊销许可证件、责令停产停业）和数额（如：对公民罚款5000元以上、对单位罚款5万元以上、没收10万元以上）';

/** The cases of a line; null: a part of its conditions is none that can be asked of a case. */
export function catalogueCases(conditions: string): readonly CatalogueCase[] | null {
  const parts = conditions
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .split(/[、,;。]/)
    .filter((part) => part !== '');
  const cases = parts.map(caseOf);
  return cases.length === 0 || cases.some((one) => one === null) ? null : cases.filter((one) => one !== null);
}

function caseOf(part: string): CatalogueCase | null {
  if (part === '全部') return { is: 'any' };
  const kind = (Object.keys(PENALTY_KIND_LABELS) as PenaltyKind[]).find((key) => PENALTY_KIND_LABELS[key] === part);
  if (kind !== undefined) return { is: 'kind', kind };
  const [, whom, what, number, tenThousands] = SUM.exec(part) ?? [];
  if (what === undefined || number === undefined) return null;
  const fromFen = Math.round(Number(number) * (tenThousands === undefined ? 100 : 1_000_000));
  return {
    is: what === '罚款' ? 'fine' : 'confiscated',
    fromFen,
    whom: whom === '公民' ? 'person' : whom === '单位' ? 'organisation' : null,
  };
}

/** The line of the catalogue that has this penalty reviewed; null: none has. A 个体工商户 is held to the sums of citizens, as for hearings. */
export function cataloguedLine(lines: readonly CatalogueLine[], penalty: PenaltyWeight, party: PartyKind): CatalogueLine | null {
  const whom: Whom = party === 'organisation' ? 'organisation' : 'person';
  const confiscatedFen = (penalty.incomeFen ?? 0) + (penalty.goodsFen ?? 0);
  const catches = (one: CatalogueCase): boolean => {
    switch (one.is) {
      case 'any':
        return true;
      case 'kind':
        return penalty.kinds.includes(one.kind);
      case 'fine':
      case 'confiscated':
        return (one.whom === null || one.whom === whom) && (one.is === 'fine' ? (penalty.fineFen ?? 0) : confiscatedFen) >= one.fromFen;
    }
  };
  return lines.find(({ conditions }) => catalogueCases(conditions)?.some(catches)) ?? null;
}
