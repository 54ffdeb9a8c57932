import { type EntryContent, entryWords } from './model.ts';

export type EntryOnDay = { readonly code: string; readonly content: EntryContent };
export type Field = { readonly label: string; readonly before: string; readonly after: string };
/** What happened to one line between two days; unchanged lines are left out. */
export type Difference = {
  readonly what: 'added' | 'ended' | 'changed';
  readonly code: string;
  readonly name: string;
  readonly fields: readonly Field[];
};

/** One list of one unit on two days, line by line, in the order of the codes. */
export function differences(before: readonly EntryOnDay[], after: readonly EntryOnDay[]): readonly Difference[] {
  const [was, is] = [byCode(before), byCode(after)];
  const codes = [...new Set([...was.keys(), ...is.keys()])].sort();
  return codes.flatMap((code) => differenceOf(code, was.get(code), is.get(code)) ?? []);
}

function byCode(entries: readonly EntryOnDay[]): ReadonlyMap<string, EntryContent> {
  return new Map(entries.map((entry) => [entry.code, entry.content]));
}

function differenceOf(code: string, was: EntryContent | undefined, is: EntryContent | undefined): Difference | null {
  if (is === undefined) return was === undefined ? null : { what: 'ended', code, name: was.name, fields: [] };
  if (was === undefined) return { what: 'added', code, name: is.name, fields: [] };
  const [old, now] = [entryWords(was), entryWords(is)];
  const fields = Object.keys(now).flatMap((label) =>
    old[label] === now[label] ? [] : [{ label, before: old[label] ?? '', after: now[label] ?? '' }],
  );
  return fields.length === 0 ? null : { what: 'changed', code, name: is.name, fields };
}
