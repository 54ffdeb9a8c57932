import { type Client, rows } from '../db.ts';
import type { Session } from '../session.ts';
import { findingConditions } from './conditions.ts';

/** What has become of a rule's findings, within the reader's sight. */
export type RuleFigures = {
  readonly found: number;
  readonly open: number;
  readonly checking: number;
  readonly established: number;
  readonly excluded: number;
  readonly falseAlarms: number;
  readonly cleared: number;
  /** Median hours from opening to clearing by changed facts; null where none has cleared. */
  readonly medianHoursToClear: number | null;
  readonly latest: string | null;
};

export const NO_FIGURES: RuleFigures = {
  ...{ found: 0, open: 0, checking: 0, established: 0, excluded: 0, falseAlarms: 0, cleared: 0 },
  ...{ medianHoursToClear: null, latest: null },
};

/** Figures of every rule, or of one. */
export async function ruleFigures(client: Client, session: Session, rule?: string): Promise<ReadonlyMap<string, RuleFigures>> {
  const { where, values } = findingConditions(session, rule === undefined ? {} : { rule });
  const tab = (name: string): string => `count(*) filter (where f.tab = '${name}')::int`;
  const found = await rows<RuleFigures & { rule: string }>(
    client,
    `select f.rule_id as rule, count(*)::int as found, ${tab('open')} as open, ${tab('checking')} as checking, ${tab('established')} as established,
       ${tab('excluded')} as excluded, count(*) filter (where f.tab = 'excluded' and f.exclusion = 'false-alarm')::int as "falseAlarms",
       ${tab('cleared')} as cleared, max(f.opened_at) as latest,
       (percentile_cont(0.5) within group (order by extract(epoch from f.settled_at - f.opened_at) / 3600)
         filter (where f.tab = 'cleared'))::float8 as "medianHoursToClear"
     from finding f where ${where} group by f.rule_id`,
    values,
  );
  return new Map(found.map(({ rule: id, ...figures }) => [id, figures]));
}

export type Precision = {
  /** Established out of established and false alarms; null before anybody has decided. */
  readonly precision: number | null;
  /** Excluded out of all that was found. */
  readonly dismissed: number | null;
};

export function precisionOf(figures: RuleFigures): Precision {
  const decided = figures.established + figures.falseAlarms;
  return {
    precision: decided === 0 ? null : Math.round((100 * figures.established) / decided),
    dismissed: figures.found === 0 ? null : Math.round((100 * figures.excluded) / figures.found),
  };
}
