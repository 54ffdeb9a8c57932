import type { LocalDate } from '#law';
import type { ReportedStep } from '../../../../enforcement/case-reports/contract.ts';
import { CONDUCTS } from '../../decisions/conducts.ts';
import type { Conduct } from '../../decisions/decision.ts';
import { party } from '../../decisions/decision.ts';
import { codeOf } from '../../lists/items.ts';
import { type Dice, dice, syntheticName } from '../../world/seeded.ts';
import type { Input } from '../telling.ts';
import type { OwnSystem } from './own-systems.ts';

/** A lawful case as its unit's system tells it, to its end; who tells it stops at what has not happened yet. */
export type Life = {
  readonly system: OwnSystem;
  readonly kind: 'ordinary-penalty' | 'summary-penalty';
  readonly ref: string;
  /** Which course it takes, for a test that each has been taken. */
  readonly course: string;
  readonly steps: readonly ReportedStep[];
};

/** What a life is made from: `n`, its number among all, decides everything that is left open. */
export type Seed = {
  readonly n: number;
  readonly system: OwnSystem;
  readonly on: LocalDate;
  readonly officers: readonly string[];
  readonly host: string;
  readonly papers: readonly string[];
  /** The working day on or after so many days from another. */
  readonly day: (from: LocalDate, days: number) => LocalDate;
};

/** Parties of decisions have smaller serials. */
const PARTIES_FROM = 400_000;
const UNLIT: Conduct = {
  what: '未亮照经营',
  facts: '没有在经营场所醒目位置亮明营业执照',
  basis: '《中华人民共和国市场主体登记管理条例》第四十八条',
  fine: [500, 1200],
};

export const choicesOf = ({ n }: Pick<Seed, 'n'>, about: string): Dice => dice(`life/${n}/${about}`);

export function conductOf({ conduct, trade }: OwnSystem): Conduct {
  const met = conduct === 'unlit' ? UNLIT : CONDUCTS[trade]?.[conduct];
  if (met === undefined) throw new Error(`no conducts for ${trade}`);
  return met;
}

export const itemOf = (system: OwnSystem): string => codeOf(system.key, system.trade, conductOf(system).what);

export function placeOf({ n, system }: Seed): string {
  const from = choicesOf({ n }, 'place');
  return `${system.streets[from.below(system.streets.length)]}${1 + from.below(180)}号（演示）`;
}

/** A firm of its own for every case. */
export function firmOf(seed: Seed): Input {
  const { name, code } = party(PARTIES_FROM + seed.n, '法人及非法人组织');
  return {
    ...{ kind: 'legal-person', name, uscc: code, legalRepresentative: syntheticName(`representative/${name}`), address: placeOf(seed) },
    ...{ idKind: null, idNumber: null, sex: null, birth: null, phone: null, scale: 'small', guardian: null, isIncapable: false },
  };
}

/** In whole fifties of yuan within what is usual, more often near the lower end; in fen. */
export function fineOf(seed: Seed): number {
  const [least, most] = conductOf(seed.system).fine;
  const [from, steps] = [choicesOf(seed, 'fine'), Math.floor((most - least) / 50) + 1];
  return 100 * (least + 50 * Math.min(from.below(steps), from.below(steps)));
}
