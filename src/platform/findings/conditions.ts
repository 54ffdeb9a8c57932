import type { FindingStatus, FindingTab, Severity } from '#law';
import { containing } from '../containing.ts';
import { visible } from '../matters/visible.ts';
import { isUuid, type Session } from '../session.ts';

export type FindingFilter = {
  readonly tab?: FindingTab;
  readonly status?: FindingStatus;
  readonly severity?: Severity;
  readonly rule?: string;
  /** The unit judged. */
  readonly organisation?: string;
  /** Words of the matter, the doubt or the unit. */
  readonly q?: string;
  /** Findings about one matter; only then those of a sealed one are shown, to whom it was opened. */
  readonly matter?: string;
  /** Findings in one alert check, or in one case. */
  readonly check?: string;
  readonly case?: string;
  /** Findings about what one load brought. */
  readonly batch?: string;
};

/** The WHERE of everything that lists or counts findings. Values are bound; `alias` is the finding's. */
export function findingConditions(session: Session, filter: FindingFilter): { readonly where: string; readonly values: unknown[] } {
  const parts = [visible(session, 'f', 'matter_id')];
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const equal = (column: string, value: string | undefined): void => {
    if (value !== undefined) parts.push(`${column} = ${bind(value)}`);
  };
  const same = (column: string, id: string | undefined): void => {
    if (id !== undefined) parts.push(isUuid(id) ? `${column} = ${bind(id)}` : 'false');
  };
  if (filter.matter === undefined) parts.push('f.label < 4');
  equal('f.tab', filter.tab);
  equal('f.status', filter.status);
  equal('f.severity', filter.severity);
  equal('f.rule_id', filter.rule);
  same('f.organisation_id', filter.organisation);
  same('f.matter_id', filter.matter);
  same('f.check_id', filter.check);
  same('f.taken_into', filter.case);
  if (filter.batch !== undefined)
    parts.push(
      isUuid(filter.batch)
        ? `exists (select 1 from judgement g where g.city = f.city and g.cohort = f.cohort and g.matter_id = f.matter_id and g.batch_id = ${bind(filter.batch)})`
        : 'false',
    );
  const words = filter.q?.trim() ?? '';
  if (words !== '') {
    const like = bind(containing(words));
    parts.push(`(f.subject ilike ${like} or f.because ilike ${like} or exists (select 1 from organisation_today n
      where n.organisation_id = f.organisation_id and n.name ilike ${like}))`);
  }
  return { where: parts.join(' and '), values };
}

/** Today's name of the unit judged. */
export const UNIT_NAME = `(select r.name from organisation_today r where r.organisation_id = f.organisation_id)`;
