import { canonicalJson, type Json, type LocalDate } from '#law';

/** Half-open days [from, until); null: open. */
export type Days = { readonly from: LocalDate; readonly until: LocalDate | null };
/** What holds of one unit, certificate or law in one period. */
export type Period<T> = Days & { readonly content: T };
export type Recorded<T> = Period<T> & { readonly id: string };

export type Revision<T> = {
  /** Records that are no longer right: kept, and marked as superseded from now on. */
  readonly supersede: readonly string[];
  readonly record: readonly Period<T>[];
};

export function overlaps(a: Days, b: Days): boolean {
  return (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);
}

/**
 * What must be recorded so that each wanted period holds. From the first wanted day on the file alone speaks: a day that
 * no row covers is no valid day any more; earlier days stay as they were. Records that already say the same are left
 * alone, so that loading a file twice changes nothing the second time.
 */
export function revise<T extends Json>(existing: readonly Recorded<T>[], wanted: readonly Period<T>[]): Revision<T> {
  let line: readonly Piece<T>[] = [...existing].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const gap of uncovered(wanted)) line = line.flatMap((piece) => without(piece, gap));
  for (const next of wanted) {
    if (!holds(line, next)) line = [...line.flatMap((piece) => without(piece, next)), next].sort((a, b) => (a.from < b.from ? -1 : 1));
  }
  return revisionTo(existing, line);
}

/** What must be recorded so that nothing holds from a day on; earlier days stay as they were. */
export function endFrom<T extends Json>(existing: readonly Recorded<T>[], day: LocalDate): Revision<T> {
  return revisionTo(
    existing,
    existing.flatMap((piece) => without(piece, { from: day, until: null })),
  );
}

/** From what is recorded to this line of pieces: records that stand in it are left alone. */
function revisionTo<T>(existing: readonly Recorded<T>[], line: readonly Piece<T>[]): Revision<T> {
  const kept = new Set(line.flatMap((piece) => ('id' in piece ? [piece.id] : [])));
  return {
    supersede: existing.filter((e) => !kept.has(e.id)).map((e) => e.id),
    record: line.flatMap((piece) => ('id' in piece ? [] : [piece])),
  };
}

/** The days from the first wanted one on that no wanted period covers. */
function uncovered(wanted: readonly Days[]): readonly Days[] {
  const gaps: Days[] = [];
  let day: LocalDate | null = null;
  for (const period of [...wanted].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (day !== null && day < period.from) gaps.push({ from: day, until: period.from });
    if (period.until === null) return gaps;
    if (day === null || period.until > day) day = period.until;
  }
  return day === null ? gaps : [...gaps, { from: day, until: null }];
}

type Piece<T> = Recorded<T> | Period<T>;

/** Whether every day of a period already has this content. */
function holds<T extends Json>(line: readonly Piece<T>[], wanted: Period<T>): boolean {
  const same = canonicalJson(wanted.content);
  let day: LocalDate | null = wanted.from;
  for (const piece of line) {
    if (day === null || !overlaps(piece, { from: day, until: wanted.until })) continue;
    if (piece.from > day || canonicalJson(piece.content) !== same) return false;
    day = piece.until;
    if (day === null || (wanted.until !== null && day >= wanted.until)) return true;
  }
  return false;
}

/** What is left of a piece when a period is cut out of it; a piece that is not touched stays itself. */
function without<T>(piece: Piece<T>, cut: Days): readonly Piece<T>[] {
  if (!overlaps(piece, cut)) return [piece];
  const before = piece.from < cut.from ? [{ from: piece.from, until: cut.from, content: piece.content }] : [];
  const after =
    cut.until !== null && (piece.until === null || piece.until > cut.until)
      ? [{ from: cut.until, until: piece.until, content: piece.content }]
      : [];
  return [...before, ...after];
}
