import {
  type Citation,
  type DecisionCase,
  decide,
  type FormFields,
  formatCitation,
  isRefusal,
  type MatterKind,
  mayReport,
  rowOf,
} from '#law';
import { type Prints, printsOf } from '../acts/preview-documents.ts';

export type ActOffer = {
  readonly act: string;
  readonly label: string;
  readonly does: 'step' | 'entry';
  readonly aside: boolean;
  /** The heading under which it waits with others of its purpose; null: it stands by itself. */
  readonly group: string | null;
  readonly stepUp: boolean;
  /** Whether its page is shown while the form is filled in: it issues a document, or prepares one that a later act issues. */
  readonly prints: Prints | null;
  readonly cite: Citation;
  readonly article: string;
  /** Whether this post may enter it as having happened elsewhere. */
  readonly reportable: boolean;
  /** Open only as one that happened elsewhere; `reason` says why it cannot be done here. */
  readonly onlyReported: boolean;
  readonly allowed: boolean | 'unknown';
  /** Why not: code and words. */
  readonly refused: string | null;
  readonly reason: string | null;
  readonly form: FormFields;
};

/** What is missing for a moment only is waited for, and never taken for a step done elsewhere. */
const BEING_MADE: ReadonlySet<string> = new Set(['not-rendered', 'not-sealed']);

/** Every act of the kind that a person could do, and for this reader whether it is open now and, if not, why. */
export function actsOf(kind: MatterKind, c: DecisionCase): ActOffer[] {
  return Object.keys(kind.lifecycle).flatMap((act) => {
    const row = rowOf(kind, act);
    const opening = row?.from === 'start';
    if (row === null || opening !== (c.state === null) || row.roomOnly === true || row.by.every((may) => !('roles' in may))) return [];
    const answer = decide(kind, row, c);
    const reportable = mayReport(row, c.actor, c.participants);
    const onlyReported =
      isRefusal(answer) && !BEING_MADE.has(answer.refused) && reportable && decide(kind, row, { ...c, reported: true }) === null;
    return [
      {
        act,
        label: row.label,
        does: row.does,
        aside: row.aside === true || onlyReported,
        group: row.group ?? null,
        stepUp: row.stepUp === true,
        prints: printsOf(kind, act),
        cite: row.cite,
        article: formatCitation(row.cite),
        reportable,
        onlyReported,
        allowed: answer === null || onlyReported ? true : answer === 'unknown' ? 'unknown' : false,
        refused: isRefusal(answer) ? answer.refused : null,
        reason: isRefusal(answer) ? answer.reason : null,
        form: unanswered(kind.forms[act] ?? {}, onlyReported ? [] : (row.answered?.(c) ?? [])),
      },
    ];
  });
}

/** Who tells of what was done elsewhere tells it of others. */
function unanswered(form: FormFields, answered: readonly string[]): FormFields {
  return answered.length === 0 ? form : Object.fromEntries(Object.entries(form).filter(([key]) => !answered.includes(key)));
}
