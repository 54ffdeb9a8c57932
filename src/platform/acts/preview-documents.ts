import {
  type ActingPost,
  type AnyRow,
  formatDocumentNumber,
  type GivenNumber,
  type LocalDate,
  type MatterKind,
  type NumberRequest,
  type RegisterFacts,
  rowOf,
  yearOf,
} from '#law';
import { type Client, rows } from '../db.ts';
import { appendAct, type Working } from './append.ts';
import { type DraftInput, draftInput } from './draft-input.ts';
import type { Loaded } from './load.ts';
import { withNeeds } from './load-needs.ts';
import type { NewDocument } from './write.ts';

/** A document as the act would issue it, facts and template as they would be fixed. */
export type DraftedDocument = Pick<NewDocument, 'kind' | 'name' | 'template' | 'template_version' | 'facts' | 'number'> & {
  readonly publiclyVerifiable: boolean;
};

/** prepares: a later act issues what is written here. issues: papers without a number. signs: takes a number. */
export type Prints = 'prepares' | 'issues' | 'signs';

/** What an act prints, itself or by the act that it prepares; null: nothing. */
export function printsOf(kind: MatterKind, act: string): Prints | null {
  const target = printing(kind, act);
  if (target === null) return null;
  if (target.act !== act) return 'prepares';
  return target.row.number === undefined ? 'issues' : 'signs';
}

function printing(kind: MatterKind, act: string): { readonly act: string; readonly row: AnyRow } | null {
  const row = rowOf(kind, act);
  if (row?.issues !== undefined) return { act, row };
  const next = row?.leadsTo === undefined ? null : rowOf(kind, row.leadsTo);
  return row?.leadsTo === undefined || next?.issues === undefined ? null : { act: row.leadsTo, row: next };
}

export type PrintJob = {
  readonly kind: MatterKind;
  readonly act: string;
  readonly row: AnyRow;
  readonly draft: DraftInput;
  readonly actor: ActingPost;
  readonly nowMs: number;
  readonly today: LocalDate;
  readonly on: LocalDate;
};

/** Stand-ins for what has not been chosen join the facts, so that their marks are printed. */
export function withStandIns(facts: RegisterFacts, draft: DraftInput): RegisterFacts {
  if (draft.organisations.length === 0) return facts;
  return { ...facts, organisations: new Map([...facts.organisations, ...draft.organisations.map((o) => [o.id, o] as const)]) };
}

export type Printed = {
  readonly documents: readonly DraftedDocument[];
  /** The number that would be taken now; with a gap while a later act takes it; null: the documents bear none. */
  readonly nextNumber: string | null;
  /** Whether this act itself issues them, or only prepares what a later act issues. */
  readonly issues: boolean;
};
export const NOTHING_PRINTED: Printed = { documents: [], nextNumber: null, issues: false };

/** The documents of the act on a matter in memory: appended by the same function as in an act, written by nobody. */
export async function printedBy(
  client: Client,
  job: PrintJob,
  working: Working,
  loaded: Loaded,
  facts: RegisterFacts,
  isMarked: boolean,
): Promise<Printed> {
  const target = printing(job.kind, job.act);
  if (target === null) return NOTHING_PRINTED;
  const issues = target.act === job.act;
  try {
    if (issues) {
      const nextNumber = await numberText(client, job, working, facts, job.row.number?.(working.state, job.draft.value as never), true);
      append(job, working, loaded, facts, { ...target, input: job.draft.value }, nextNumber);
      return { documents: working.documents.map(drafted), nextNumber, issues };
    }
    append(job, working, loaded, facts, { act: job.act, row: job.row, input: job.draft.value }, null);
    const input = draftInput(job.kind.forms[target.act] ?? {}, {}, job.today).value;
    const needs = target.row.needs?.(working.state, input as never, job.actor) ?? [];
    const more = withStandIns({ ...facts, ...(await withNeeds(client, facts, needs, job.on)) }, job.draft);
    const nextNumber = await numberText(client, job, working, more, target.row.number?.(working.state, input as never), false);
    append(job, working, loaded, more, { ...target, input }, nextNumber);
    // Papers without a number that go with it (签批单) are made of what happens until then.
    const letters = working.documents.filter((d) => d.seq === working.seq && (nextNumber === null || d.number !== null));
    return { documents: letters.map(drafted), nextNumber, issues };
  } catch (error) {
    // A mark may stand where a fold or a template needs more than a mark; a whole input never fails.
    if (isMarked) return { ...NOTHING_PRINTED, issues };
    throw error;
  }
}

type Step = { readonly act: string; readonly row: AnyRow; readonly input: DraftInput['value'] };

function append(job: PrintJob, w: Working, loaded: Loaded, facts: RegisterFacts, step: Step, number: string | null): void {
  const given: GivenNumber | null = number === null ? null : { year: yearOf(job.on), serial: 0, text: number };
  const { actor } = job;
  appendAct(
    w,
    {
      ...{ type: step.act, row: step.row, input: step.input, mode: 'performed', actor, legalDate: job.on, legalTime: null },
      ...{ source: null, causeId: null, files: loaded.files, number: given, issuerId: actor.organisationId ?? '' },
    },
    facts,
    job.nowMs,
  );
}

/** The number as it would read: its running part is only known to the act that takes it. */
async function numberText(
  client: Client,
  job: PrintJob,
  w: Working,
  facts: RegisterFacts,
  wanted: NumberRequest | null | undefined,
  isTakenNow: boolean,
): Promise<string | null> {
  if (wanted === null || wanted === undefined) return null;
  const issuer = facts.organisations.get(wanted.issuerId);
  const year = yearOf(job.on);
  const next = isTakenNow ? await nextSerial(client, w.city, wanted, year) : 0;
  const text = formatDocumentNumber({
    prefix: issuer?.documentPrefix ?? issuer?.shortName ?? '',
    series: wanted.series,
    year,
    serial: next,
  });
  return isTakenNow ? text : text.replace(/0号$/, '　号');
}

async function nextSerial(client: Client, city: number, wanted: NumberRequest, year: number): Promise<number> {
  const [row] = await rows<{ last: number }>(
    client,
    'select last from number_counter where city = $1 and issuer_id = $2 and series = $3 and year = $4',
    [city, wanted.issuerId, wanted.series, year],
  );
  return (row?.last ?? 0) + 1;
}

function drafted(d: NewDocument): DraftedDocument {
  const { kind, name, template, template_version, facts, number, publicly_verifiable } = d;
  return { kind, name, template, template_version, facts, number, publiclyVerifiable: publicly_verifiable };
}
