import { LIST_LABELS, normaliseCode, POWER_KIND_LABELS, type PowerKind } from '#law';

/** A line of an organ's 权责清单 or 赋权清单, as far as a form shows it. */
export type PowerLine = {
  readonly list: 'power' | 'empowerment';
  readonly code: string;
  readonly name: string;
  readonly powerKind: PowerKind | null;
  readonly basis: string;
};

/** The line of this code, compared as the rules compare it; null: none has it. */
export function lineOf(lines: readonly PowerLine[], typed: string): PowerLine | null {
  const code = normaliseCode(typed);
  return lines.find((line) => normaliseCode(line.code) === code) ?? null;
}

/**
 * What is offered for the words typed so far: the line of just this code, then those of the kind of power, then the others.
 * Lines of earlier words, shown until the server has answered, drop out. A code that two lists have is offered once.
 */
export function offeredLines(lines: readonly PowerLine[], typed: string, kind: PowerKind): readonly PowerLine[] {
  const words = typed.trim().toLowerCase();
  const code = normaliseCode(typed);
  const isMeant = (line: PowerLine): boolean =>
    words === '' ||
    (code !== '' && normaliseCode(line.code).includes(code)) ||
    [line.code, line.name, line.basis].some((text) => text.toLowerCase().includes(words));
  const rank = (line: PowerLine): number => (normaliseCode(line.code) === code ? 0 : line.powerKind === kind ? 1 : 2);
  const offered = lines.filter((line) => isMeant(line) && lineOf(lines, line.code) === line);
  return offered.sort((a, b) => rank(a) - rank(b));
}

export function lineWords({ code, name, powerKind, list }: PowerLine): string {
  const kind = powerKind === null ? [] : [POWER_KIND_LABELS[powerKind]];
  return `${code}　${[name, ...kind, ...(list === 'power' ? [] : [LIST_LABELS[list]])].join(' · ')}`;
}

/** Whoever types Chinese seeks a name: Enter takes the first line. What may be a code stays as it is typed until a line is marked. */
export function seeksName(typed: string): boolean {
  return /\p{Script=Han}/u.test(typed);
}

/** How the words typed stand to the lists of the day. */
export type Standing =
  | { readonly is: 'nothing' | 'reading' | 'no-list' | 'no-match' | 'no-code' }
  | { readonly is: 'line'; readonly line: PowerLine }
  | { readonly is: 'failed'; readonly reason: string };

export type LinesRead = {
  readonly lines: readonly PowerLine[];
  /** Nothing was left off. */
  readonly isWhole: boolean;
  readonly isReading: boolean;
  /** Why nothing was read. */
  readonly failure: string | null;
};

/** `any`: what the lists hold at all, asked for where nothing answers to the words. */
export function standingOf(typed: string, found: LinesRead, any: LinesRead): Standing {
  const line = typed.trim() === '' ? null : lineOf(found.lines, typed);
  if (line !== null) return { is: 'line', line };
  const failure = found.failure ?? any.failure;
  if (failure !== null) return { is: 'failed', reason: failure };
  if (found.isReading || any.isReading) return { is: 'reading' };
  if (found.lines.length === 0) return { is: typed.trim() === '' || any.lines.length === 0 ? 'no-list' : 'no-match' };
  return { is: typed.trim() === '' || !found.isWhole ? 'nothing' : 'no-code' };
}

/** The standing in words; `day` is named where it is not today. '' where there is nothing to say. */
export function standingWords(standing: Standing, typed: string, day: string | null): string {
  const list = `本机关${day === null ? '' : `${day}有效的`}权责清单`;
  switch (standing.is) {
    case 'nothing':
    case 'reading':
      return '';
    case 'line':
      return lineWords(standing.line);
    case 'failed':
      return `权责清单没有查到：${standing.reason}。知道编码的，可以直接填写。`;
    case 'no-list':
      return `还没有录入${list}，不能从中选；知道编码的，直接填写。`;
    case 'no-match':
      return `${list}里没有与“${typed.trim()}”相符的事项，请换个写法再查，或者核对编码。`;
    case 'no-code':
      return `“${typed.trim()}”不是${list}里的编码，请从列出的事项中选一项，或者核对编码。`;
  }
}
