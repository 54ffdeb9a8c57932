import { addDays, type LocalDate } from '#law';
import type { Days, Period } from '#registers/loading';
import { type Difference, differences, type Field } from './differences.ts';
import type { PlannedEntry } from './load-plan.ts';
import type { EntryContent } from './model.ts';

/** What one line changes, and the first day on which it does. */
export type LineDifference = Difference & { readonly line: number; readonly from: LocalDate };

/** What each row of an entry changes; a row that says what is registered already has none. */
export function lineDifferences({ code, before, timeline, rows, revision }: PlannedEntry): readonly LineDifference[] {
  if (revision.supersede.length === 0 && revision.record.length === 0) return [];
  return rows.flatMap(({ line, from }) => {
    const [was, is] = [on(before, from), on(timeline, from)];
    const [found] = differences(entryOf(code, was), entryOf(code, is));
    const moved = movedEnd(was, is);
    if (found !== undefined)
      return { ...found, fields: [...found.fields, ...(moved?.fields ?? []), ...dropped(before, timeline, from)], line, from };
    if (was === undefined || is === undefined || moved === null) return [];
    return { what: moved.isShorter ? 'ended' : 'changed', code, name: is.content.name, fields: moved.fields, line, from: moved.from };
  });
}

function on<T extends Days>(pieces: readonly T[], day: LocalDate): T | undefined {
  return pieces.find(({ from, until }) => from <= day && (until === null || day < until));
}

const entryOf = (code: string, piece: Period<EntryContent> | undefined) => (piece === undefined ? [] : [{ code, content: piece.content }]);
const lastDay = ({ until }: Days): string => (until === null ? '' : addDays(until, -1));

/** The last valid day has moved: from which day on that is felt. */
function movedEnd(was: Days | undefined, is: Days | undefined) {
  if (was === undefined || is === undefined || was.until === is.until) return null;
  const ends = [was.until, is.until].filter((day) => day !== null).sort();
  const isShorter = is.until !== null && is.until === ends[0];
  return { from: ends[0] ?? is.from, isShorter, fields: [{ label: '失效日', before: lastDay(was), after: lastDay(is) }] };
}

/** What was registered for later days and is no more: a line without a last day speaks for all days to come. */
function dropped(before: readonly Period<EntryContent>[], after: readonly Days[], from: LocalDate): readonly Field[] {
  return before
    .filter((piece) => piece.from > from && !after.some((kept) => kept.from === piece.from))
    .map((piece) => ({ label: `${piece.from}起的内容`, before: piece.content.name, after: '' }));
}
