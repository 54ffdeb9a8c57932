import { addDays } from '#law';
import type { ReportedStep, ReportsBody } from '../../../enforcement/case-reports/contract.ts';
import { WAYS } from './case-ways.ts';
import type { CaseParts, Input, Telling, Told } from './telling.ts';
import { carriedOut, decided } from './told-execution.ts';
import { inquired } from './told-inquiry.ts';
import { left } from './told-leaving.ts';
import { told } from './told-notice.ts';
import { plantedOnTheSpot } from './told-on-the-spot.ts';
import { redressed } from './told-redress.ts';
import { SPOT_WAYS } from './ways/on-the-spot.ts';
import type { Way } from './ways/way.ts';

type Case = ReportsBody['cases'][number];
type Step = Omit<ReportedStep, 'stepRef'>;

/** So many papers a case attaches at most. */
export const PAPERS = 4;
export const CASE_PLANTS: readonly string[] = [...Object.keys(WAYS), ...Object.keys(SPOT_WAYS)];

/** The cases of a year: each plant once a round, by its number in the sender's system. */
export function yearCases(rounds: number): readonly { readonly ref: string; readonly plant: string }[] {
  return Array.from({ length: rounds }, (_, r) => CASE_PLANTS.map((plant, i) => ({ ref: `演案${1000 * (r + 1) + i}`, plant }))).flat();
}

/** The procedure of a plant: what is not decided on the spot goes the ordinary way. */
export const kindOf = (plant: string): 'ordinary-penalty' | 'summary-penalty' =>
  SPOT_WAYS[plant] === undefined ? 'ordinary-penalty' : 'summary-penalty';

/** Where the case stands when all that is told has been taken. */
export function endOf(plant: string): 'archived' | 'transferred' | 'investigating' | 'suspended' | 'delivered' {
  const onTheSpot = SPOT_WAYS[plant];
  if (onTheSpot !== undefined) return onTheSpot.recordedAfter === null ? 'delivered' : 'archived';
  const { unfinished, handedOn } = wayOf(plant);
  if (handedOn?.answeredAfter === null) return 'transferred';
  if (unfinished === null) return 'archived';
  return unfinished === 'open' ? 'investigating' : 'suspended';
}

function wayOf(plant: string): Way {
  const way = WAYS[plant];
  if (way === undefined) throw new Error(`no plant ${plant}`);
  return way;
}

/** A whole case from the clue, or the deed, to the archive as its system tells it; `plant` names what is wrong with it, or nearly. */
export function toldCase(plant: string, parts: CaseParts): Case {
  const onTheSpot = SPOT_WAYS[plant];
  if (onTheSpot !== undefined) return plantedOnTheSpot(onTheSpot, parts);
  const way = wayOf(plant);
  const steps: Step[] = [];
  const telling = tellingOf(way, { ...parts, openedOn: addDays(parts.openedOn, -way.earlier) }, steps);
  inquired(telling);
  if (way.unfinished === null) {
    told(telling);
    if (way.handedOn !== null) left(way.handedOn, telling);
    else {
      decided(telling);
      if (way.redress === null) carriedOut(telling);
      else redressed(way.redress, telling);
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
