import {
  formatCitation,
  isRefusal,
  type LocalDate,
  type Profile,
  type Refusal,
  type RuleContext,
  type Severity,
  SHIPPED_LAWS,
  type SupervisionRule,
  yearOf,
} from '#law';
import {
  FINES_OF_ONE_PARTY_RULES,
  type FinedAct,
  type FinesOfOneParty,
  judge,
  LIKE_CASES_RULES,
  type LikeCases,
  ruleById,
} from '#law/rules/index';
import type { Judgement } from '#law/rules/judge';
import type { ColumnMapping } from '../enforcement/penalty-records/layout-recognition.ts';
import { type Comparable, comparables } from '../enforcement/penalty-records/loading/comparable.ts';
import { judgeDecision, noRegisters, type Registers } from '../enforcement/penalty-records/loading/judge-rows.ts';
import type { FileKind, PenaltyRow } from '../enforcement/penalty-records/model.ts';
import { openPenaltyFile, type PenaltyFile } from '../enforcement/penalty-records/reading/read-rows.ts';
import { reasonOf } from '../enforcement/penalty-records/reading/reasons.ts';
import type { RowOutcome } from '../enforcement/penalty-records/reading/row-outcome.ts';
import {
  countDecision,
  finesTogether,
  judgeUnits,
  likesTogether,
  newCounters,
  Tally,
  UNANSWERED_RULES,
  unitKey,
} from '../enforcement/penalty-records/rules/index.ts';
import { calendarOf, shippedNotices } from './seed/holidays.ts';

export type CheckOptions = {
  readonly today: LocalDate;
  readonly profile: Profile;
  readonly fileKind: FileKind;
  readonly exportedOn: LocalDate | null;
  readonly sheet: string | null;
  readonly organ: string | null;
};

export type CheckedFinding = {
  readonly rule: string;
  readonly severity: Severity;
  /** Line or row number in the file, header included; null for what is doubted about a unit's year as a whole. */
  readonly line: number | null;
  /** 文号, or the unit and the year. */
  readonly subject: string;
  readonly article: string;
  readonly because: string;
};
export type RejectedCell = { readonly line: number | null; readonly column: string; readonly value: string; readonly reason: string };

export type CheckReport = {
  readonly file: string;
  readonly rows: number;
  readonly loaded: number;
  readonly rejected: readonly RejectedCell[];
  readonly findings: readonly CheckedFinding[];
  readonly notJudged: readonly { readonly rule: string; readonly missing: string; readonly rows: number }[];
};
/** Beside the report: how the file was read, for people. */
export type Checked = { readonly report: CheckReport; readonly reading: Reading };
export type Reading = Pick<PenaltyFile, 'format' | 'encoding' | 'sheet' | 'otherSheets' | 'hiddenColumns'> & {
  readonly headerLine: number;
  readonly mapping: ColumnMapping;
  readonly notes: number;
};

/** Judges a file on the spot, without registers and without a database: what only they could tell stays not judged. */
export async function checkFile(path: string, options: CheckOptions): Promise<Checked | Refusal> {
  const file = await openPenaltyFile(path, {
    today: options.today,
    fileKind: options.fileKind,
    exportedOn: options.exportedOn,
    ...(options.sheet === null ? {} : { sheet: options.sheet }),
    ...(options.organ === null ? {} : { organ: { name: options.organ, uscc: null } }),
  });
  if (isRefusal(file)) return file;
  try {
    return file.blocked ?? (await judgeFile(path, file, options));
  } finally {
    await file.close();
  }
}

async function judgeFile(path: string, file: PenaltyFile, options: CheckOptions): Promise<Checked> {
  const calendar = calendarOf(await shippedNotices());
  const bench = new Bench({ profile: options.profile, calendar, today: options.today });
  for await (const outcomes of file.outcomes()) for (const outcome of outcomes) bench.take(outcome);
  bench.judgeTogether();
  const { decision, rejected, repeated, unreadable } = file.counts;
  const { format, encoding, sheet, otherSheets, hiddenColumns, header, mapping } = file;
  return {
    report: {
      file: path,
      rows: decision + rejected + repeated + unreadable + file.counts['set-aside'],
      loaded: decision,
      rejected: bench.rejected,
      findings: bench.findings.sort(byPlace),
      notJudged: bench.tally.inOrder(),
    },
    reading: { format, encoding, sheet, otherSheets, hiddenColumns, headerLine: header.line, mapping, notes: bench.notes },
  };
}

function byPlace(a: CheckedFinding, b: CheckedFinding): number {
  const [x, y] = [a.line ?? Number.MAX_SAFE_INTEGER, b.line ?? Number.MAX_SAFE_INTEGER];
  return x - y || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** Takes the rows one by one and keeps of each what the comparing rules need. */
class Bench {
  readonly rejected: RejectedCell[] = [];
  readonly findings: CheckedFinding[] = [];
  readonly tally = new Tally();
  notes = 0;
  readonly #context: RuleContext;
  readonly #registers: Registers;
  readonly #rows: Comparable[] = [];
  readonly #slim = comparables();
  readonly #lines: number[] = [];
  readonly #counters = newCounters();
  readonly #unitYears = new Map<string, number>();
  readonly #articles = new Map<string, string>();

  constructor(context: RuleContext) {
    this.#context = context;
    this.#registers = noRegisters(SHIPPED_LAWS);
  }

  take(outcome: RowOutcome): void {
    if (outcome.is === 'decision') {
      this.notes += outcome.notes.length;
      this.#judge(outcome.row, outcome.line);
    } else if (outcome.is === 'rejected') {
      for (const { column, value, reason } of outcome.faults) this.rejected.push({ line: outcome.line, column, value, reason });
    } else if (outcome.is !== 'skipped') {
      const value = outcome.is === 'repeated' ? outcome.row.number.text : '';
      const column = outcome.is === 'repeated' ? '行政处罚决定书文号' : '';
      this.rejected.push({ line: outcome.line, column, value, reason: reasonOf(outcome) ?? '' });
    }
  }

  #judge(row: PenaltyRow, line: number): void {
    this.#record(judgeDecision(row, null, this.#registers, null, this.#context), line, row.number.text);
    countDecision(this.#counters, row);
    const unitYear = `${unitKey(row)}|${yearOf(row.decidedOn)}`;
    this.#unitYears.set(unitYear, (this.#unitYears.get(unitYear) ?? 0) + 1);
    this.#rows.push(this.#slim(row));
    this.#lines.push(line);
  }

  /** Rules over several rows: the same party, the like cases, a unit's year. */
  judgeTogether(): void {
    for (const { places, known } of groups(this.#rows, (c) => c.party)) {
      const fines = this.#those(places, ({ fined }) => fined);
      this.#judgeGroup(places, known ? finesTogether(fines) : fines.map(comparedWithNone), FINES_OF_ONE_PARTY_RULES);
    }
    for (const { places, known } of groups(this.#rows, (c) => c.likeness)) {
      const cases = this.#those(places, likeCase);
      this.#judgeGroup(places, known ? likesTogether(cases) : cases, LIKE_CASES_RULES);
    }
    for (const { unit, key, year, judgement } of judgeUnits(this.#counters, this.#context)) {
      const subject = `${unit} ${year}年度`;
      this.#record({ ...judgement, notJudged: [] }, null, subject);
      for (const { rule, missing } of judgement.notJudged) this.tally.add(rule, missing, this.#unitYears.get(`${key}|${year}`) ?? 0);
    }
    for (const { id, missing } of UNANSWERED_RULES) this.tally.add(id, missing, this.#rows.length);
  }

  #those<T>(places: readonly number[], what: (row: Comparable) => T): readonly T[] {
    return places.flatMap((place) => {
      const row = this.#rows[place];
      return row === undefined ? [] : [what(row)];
    });
  }

  #judgeGroup<F>(places: readonly number[], facts: readonly F[], rules: readonly SupervisionRule<F>[]): void {
    for (const [i, asked] of facts.entries()) {
      const place = places[i] ?? -1;
      this.#record(judge(rules, asked, this.#context), this.#lines[place] ?? null, this.#rows[place]?.fined.written ?? '');
    }
  }

  #record(judgement: Judgement, line: number | null, subject: string): void {
    this.tally.takeAll(judgement);
    for (const { rule, doubt } of judgement.doubts) {
      const article = this.#articleOf(rule.id);
      this.findings.push({ rule: rule.id, severity: rule.severity, line, subject, article, because: doubt.because });
    }
  }

  #articleOf(rule: string): string {
    let article = this.#articles.get(rule);
    if (article === undefined) {
      article = (ruleById(rule)?.cite ?? []).map(formatCitation).join('、');
      this.#articles.set(rule, article);
    }
    return article;
  }
}

function comparedWithNone(fined: FinedAct): FinesOfOneParty {
  return { fined, sameParty: null };
}

function likeCase({ fined, alike }: Comparable): LikeCases {
  return { fineFen: fined.fineFen, decidedOn: fined.decidedOn, others: null, likeness: alike };
}

/** Places of rows; `known`: all of one key, which may be compared. */
type Group = { readonly places: readonly number[]; readonly known: boolean };

/** Rows that may be compared, group by group, so that what is worked out for one is gone before the next; last those without a key. */
function groups(rows: readonly Comparable[], keyOf: (row: Comparable) => string | null): readonly Group[] {
  const byKey = new Map<string, number[]>();
  const alone: number[] = [];
  for (const [index, row] of rows.entries()) {
    const key = keyOf(row);
    const group = key === null ? alone : byKey.get(key);
    if (group !== undefined) group.push(index);
    else if (key !== null) byKey.set(key, [index]);
  }
  const known = Array.from(byKey.values(), (places) => ({ places, known: true }));
  return alone.length === 0 ? known : [...known, { places: alone, known: false }];
}
