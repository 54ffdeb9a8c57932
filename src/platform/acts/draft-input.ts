import { type Field, type FormFields, isJsonObject, type Json, type LocalDate, type OrganisationFact } from '#law';
import { type InputProblem, type Named, namedIn, parseInput } from './parse-input.ts';

/** An input as far as it has been written: what is missing is named, and a mark stands in its place. */
export type DraftInput = {
  readonly value: Readonly<Record<string, Json>>;
  /** What was really written names these; marks name nothing. */
  readonly named: Named;
  readonly problems: readonly InputProblem[];
  /** Stand-ins for organisations not yet chosen, so that a page can print a mark for their name. */
  readonly organisations: readonly OrganisationFact[];
  /** A choice that decides what the whole document is has not been made: there is no page before it. */
  readonly undecided: Field | null;
};

/** 〔待填：事由〕 */
function markFor(label: string): string {
  return `〔待填：${label}〕`;
}

/** Reads what has been typed so far by the same form as the act itself. */
export function draftInput(form: FormFields, body: unknown, today: LocalDate): DraftInput {
  const read = parseInput(form, body, { today });
  const problems = read.ok ? [] : read.problems;
  const written = read.ok ? read.value : read.written;
  const organisations: OrganisationFact[] = [];
  const value = filled(form, written, { today, organisations });
  const undecided = Object.entries(form).find(([key, field]) => field.as === 'choice' && field.required && written[key] === null);
  return { value, named: namedIn(form, written), problems, organisations, undecided: undecided?.[1] ?? null };
}

type Marks = { readonly today: LocalDate; readonly organisations: OrganisationFact[] };

function filled(form: FormFields, written: Readonly<Record<string, Json>>, marks: Marks): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(form).map(([key, field]) => [key, whole(field, written[key] ?? null, marks)]));
}

function whole(field: Field, value: Json, marks: Marks): Json {
  if (field.as === 'rows') {
    const rows = Array.isArray(value) ? value : field.required ? Array.from({ length: Math.max(1, field.min) }, () => ({})) : null;
    return rows === null ? null : rows.map((row: Json) => filled(field.fields, isJsonObject(row) ? row : {}, marks));
  }
  return value === null && field.required ? mark(field, marks) : value;
}

function mark(field: Field, marks: Marks): Json {
  switch (field.as) {
    case 'text':
    case 'longtext':
      return markFor(field.label);
    case 'date':
      return marks.today;
    case 'integer':
      return field.min;
    case 'money':
      return 0;
    case 'flag':
      return false;
    case 'choice':
      return Object.keys(field.options)[0] ?? null;
    case 'organisation':
    case 'matter':
      return standIn(field.label, marks);
    case 'party':
    case 'personal':
      return { id: NO_PARTY, kind: 'person', name: markFor(field.label), uscc: null, mark: null, seal: '' };
    case 'organisations':
      return [standIn(field.label, marks)];
    case 'choices':
    case 'persons':
    case 'files':
    case 'rows':
      return [];
  }
}

/** No organisation has such an id: version 0 of UUIDs does not exist. */
function standIn(label: string, marks: Marks): string {
  const id = `00000000-0000-0000-0000-${String(marks.organisations.length + 1).padStart(12, '0')}`;
  const name = markFor(label);
  marks.organisations.push({ ...NOBODY, id, recordId: id, name, shortName: name });
  return id;
}

/** A party not yet typed: no details belong to it. */
const NO_PARTY = '00000000-0000-0000-0000-000000000000';

const NOBODY = {
  documentPrefix: null,
  kind: 'department',
  tier: 'city',
  regionCode: '',
  leadKind: 'local',
  qualification: 'confirmed',
  superiorId: null,
  lineSuperiorId: null,
  bureauId: null,
  answersThroughId: null,
} as const;
