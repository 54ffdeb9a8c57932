import { newId } from '../acts/ids.ts';
import { begin, type Extended, extend } from './append-events.ts';
import type { Planned } from './difference.ts';
import type { MatterPlace } from './load-standing.ts';
import type { Pattern } from './pattern.ts';
import type { FindingChanges } from './store-changes.ts';

/** What one writing of findings gathers before it is stored. */
export type Gathering = { [K in keyof FindingChanges]: FindingChanges[K] extends readonly (infer T)[] ? T[] : Map<string, Pattern> };

export function emptyChanges(): Gathering {
  return { opened: [], changed: [], events: [], judged: [], patterns: new Map() };
}

/** Puts a planned event on its finding, or begins the finding with it. */
export function recordPlanned(changes: Gathering, planned: Planned, place: MatterPlace, nowMs: number, at: string): void {
  const { of, body } = planned;
  if (of !== null) {
    const { row, event } = extend(of, body, null, at);
    changes.changed.push({ row, was: of.seq });
    changes.events.push(event);
  } else if (body.type === 'opened') {
    const key = {
      city: place.city,
      cohort: place.cohort,
      id: newId(nowMs),
      matter_id: place.matterId,
      rule_id: planned.rule,
      fact: planned.fact,
    };
    const { row, event }: Extended = begin(key, { ...body, type: 'opened' }, at);
    changes.opened.push({ row, place });
    changes.events.push(event);
  }
}
