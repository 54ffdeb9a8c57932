import { addDays } from '#law';
import type { ReportedStep, ReportsBody } from '../../../enforcement/case-reports/contract.ts';
import { WAYS } from './case-ways.ts';
import type { CaseParts, Input, Telling, Told } from './telling.ts';
import { carriedOut, decided } from './told-execution.ts';
import { inquired } from './told-inquiry.ts';
import { left } from './told-leaving.ts';
import { told } from './told-notice.ts';
import type { Way } from './ways/way.ts';

type Case = ReportsBody['cases'][number];
type Step = Omit<ReportedStep, 'stepRef'>;

/** So many papers a case attaches at most. */
export const PAPERS = 4;
export const CASE_PLANTS: readonly string[] = Object.keys(WAYS);

/** The cases of a year: each plant once a round, by its number in the sender's system. */
export function yearCases(rounds: number): readonly { readonly ref: string; readonly plant: string }[] {
  return Array.from({ length: rounds }, (_, r) => CASE_PLANTS.map((plant, i) => ({ ref: `演案${1000 * (r + 1) + i}`, plant }))).flat();
}

/** Where the case stands when all that is told has been taken. */
export function endOf(plant: string): 'archived' | 'investigating' | 'suspended' {
  const { unfinished } = wayOf(plant);
  if (unfinished === null) return 'archived';
  return unfinished === 'open' ? 'investigating' : 'suspended';
}

function wayOf(plant: string): Way {
  const way = WAYS[plant];
  if (way === undefined) throw new Error(`no plant ${plant}`);
  return way;
}

/** A whole case from the clue to the archive as its system tells it; `plant` names what is wrong with it, or nearly. */
export function toldCase(plant: string, parts: CaseParts): Case {
  const way = wayOf(plant);
  const steps: Step[] = [];
  const telling = tellingOf(way, { ...parts, openedOn: addDays(parts.openedOn, -way.earlier) }, steps);
  inquired(telling);
  if (way.unfinished === null) {
    told(telling);
    if (way.handedOn !== null) left(way.handedOn, telling);
    else {
      decided(telling);
      carriedOut(telling);
    }
  }
  return { caseRef: parts.ref, steps: steps.map((one, i) => ({ stepRef: String(i + 1), ...one })) };
}

function tellingOf(way: Way, parts: CaseParts, steps: Step[]): Telling {
  const { ref, openedOn, papers } = parts;
  let [on, used] = [openedOn, 0];
  const step: Told = (act, input = {}, days = 0) => {
    on = addDays(on, days);
    const own = input['receivedOn'] === undefined ? input : { ...input, receivedOn: on };
    steps.push({ act, on, input: { ...own, ...(act === 'publish' ? { on } : {}) } });
  };
  const own = (series: string): Input => ({ ownNumber: `演示自${series}〔${openedOn.slice(0, 4)}〕${ref.replace(/\D/g, '')}号` });
  const paper = (): string => {
    used += 1;
    return papers[used - 1] ?? '';
  };
  return { ...parts, way, step, own, paper, day: (days = 0) => addDays(on, days) };
}
