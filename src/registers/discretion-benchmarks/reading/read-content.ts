import { normaliseCode, PENALTY_KIND_LABELS, type PenaltyKind } from '#law';
import {
  type BenchmarkContent,
  type Factor,
  type FineRange,
  TIER_LEVEL_LABELS,
  type Tier,
  type TierCase,
  type TierLevel,
} from '#law/discretion/benchmark';
import type { HeadWords, SheetColumn, TierWords } from './benchmark-sheet.ts';
import { FINE_EXAMPLE, readBounds, readFine } from './read-bounds.ts';

/** What cannot be read: `tier` is the place in the list of tiers, null for what stands above them. */
export type ReadProblem = { readonly tier: number | null; readonly column: SheetColumn; readonly value: string; readonly reason: string };
export type ContentRead = { readonly content: BenchmarkContent; readonly problems: readonly ReadProblem[] };
type Say = (column: SheetColumn, value: string, reason: string) => void;

/** Reads a benchmark from words, as they stand in a file or in the editor. With problems the content is not to be used. */
export function readContent(head: HeadWords, tiers: readonly TierWords[]): ContentRead {
  const problems: ReadProblem[] = [];
  const at =
    (tier: number | null): Say =>
    (column, value, reason) =>
      problems.push({ tier, column, value, reason });
  const say = at(null);
  const factors = readFactors(head.factors ?? '', say);
  const itemCode = itemOf(head.itemCode ?? '', say);
  const content: BenchmarkContent = {
    ...(itemCode === null ? {} : { itemCode }),
    breach: must('breach', head.breach, say),
    penalty: must('penalty', head.penalty, say),
    statutory: { kinds: kindsOf('lawKinds', must('lawKinds', head.lawKinds, say), say), fine: fineOf('lawFine', head.lawFine, say) },
    factors,
    tiers: tiers.map((tier, i) => tierOf(tier, factors, at(i))),
  };
  return { content, problems };
}

function must(column: SheetColumn, value: string | null, say: Say): string {
  const text = value?.trim() ?? '';
  if (text === '') say(column, '', '不能为空');
  return text;
}

const MOST_OF_CODE = 60;
/** One item: who applies a benchmark to several tells each of them. */
function itemOf(typed: string, say: Say): string | null {
  const code = typed.trim();
  if (code === '') return null;
  if (/[、，,；;｜|\n]/.test(code)) say('itemCode', code, '只填一个权责事项的编码；用于几个事项的，各事项分别填写一件');
  else if (code.length > MOST_OF_CODE) say('itemCode', code, `不能超过${MOST_OF_CODE}个字`);
  else if (normaliseCode(code) === '') say('itemCode', code, '不是事项编码');
  return code;
}

function tierOf(words: TierWords, factors: readonly Factor[], say: Say): Tier {
  return {
    level: levelOf(must('level', words.level, say), say),
    words: must('words', words.words, say),
    cases: readCases(words.cases ?? '', factors, say),
    kinds: kindsOf('kinds', words.kinds ?? '', say),
    fine: fineOf('fine', words.fine, say),
    note: words.note?.trim() || null,
  };
}

function levelOf(text: string, say: Say): TierLevel {
  const levels = Object.keys(TIER_LEVEL_LABELS) as TierLevel[];
  const plain = text.replaceAll(/\s|处罚|行政|档|的/g, '');
  const found = levels.find(
    (level) => TIER_LEVEL_LABELS[level].replace('处罚', '') === plain || (level === 'none' && /^(不予|免予|免)$/.test(plain)),
  );
  if (found === undefined && text !== '') say('level', text, `应为：${levels.map((l) => TIER_LEVEL_LABELS[l]).join('、')}`);
  return found ?? 'normal';
}

function kindsOf(column: SheetColumn, text: string, say: Say): readonly PenaltyKind[] {
  const kinds = Object.keys(PENALTY_KIND_LABELS) as PenaltyKind[];
  const names = text.split(/[、，,；;\s]+/).filter((n) => n !== '' && n !== '不予处罚');
  return names.flatMap((name) => {
    const found = kinds.find((kind) => PENALTY_KIND_LABELS[kind] === name);
    if (found === undefined) say(column, name, `不是处罚种类，应为：${Object.values(PENALTY_KIND_LABELS).join('、')}`);
    return found === undefined ? [] : [found];
  });
}

function fineOf(column: SheetColumn, text: string | null, say: Say): FineRange | null {
  const words = text?.trim() ?? '';
  if (words === '') return null;
  const fine = readFine(words);
  if (fine === null || fine.to === null) {
    say(column, words, fine === null ? FINE_EXAMPLE : '没有上限，罚款幅度应当写明上限');
    return null;
  }
  return fine;
}

const parts = (text: string, by: RegExp): readonly string[] =>
  text
    .split(by)
    .map((p) => p.trim())
    .filter((p) => p !== '');
const optionsIn = (text: string): readonly string[] => parts(text, /[｜|]/.test(text) ? /[｜|]/ : /、/);
const PAIR = /^(.+?)\s*[：:]\s*(.+)$/s;

/** 货值（元）：不满1万元｜1万元以上；次数：首次｜再次 */
function readFactors(text: string, say: Say): readonly Factor[] {
  return parts(text, /[；;\n]/).flatMap((part) => {
    const pair = PAIR.exec(part);
    if (pair === null) {
      say('factors', part, '应写作“因素：选项｜选项”，各因素之间用分号');
      return [];
    }
    const named = /^(.+?)[（(]([^（）()]+)[）)]$/.exec(pair[1] ?? '');
    const unit = named?.[2] ?? null;
    const options = optionsIn(pair[2] ?? '').map((label) => {
      const span = unit === null ? null : readBounds(label, unit, 1000);
      if (unit !== null && span === null) say('factors', label, `不是以“${unit}”计的区间，应写作“不满3${unit}”“3${unit}以上”`);
      return { label, span };
    });
    return [{ name: named?.[1] ?? pair[1] ?? '', unit, options }];
  });
}

/** 或者 parts two cases where a condition follows it; in 危害后果：没有或者轻微 it is a word of the option. */
const CASE_END = /\n|[；;]?或者[；;]?(?=(?:任何情形|(?:(?!或者)[^：:；;｜|、\n])+[：:]))/;

/** One case on each line (or 或者 between them), its conditions apart by semicolons. */
function readCases(text: string, factors: readonly Factor[], say: Say): readonly TierCase[] {
  return parts(text, CASE_END).map((line) =>
    line === '任何情形'
      ? []
      : parts(line, /[；;]/).flatMap((part) => {
          const pair = PAIR.exec(part);
          const factor = factors.find((f) => f.name === pair?.[1]?.replace(/[（(][^（）()]+[）)]$/, ''));
          if (pair === null || factor === undefined) {
            say('cases', part, pair === null ? '应写作“因素：选项｜选项”' : `没有裁量因素“${pair[1]}”`);
            return [];
          }
          const options = optionsIn(pair[2] ?? '');
          for (const option of options.filter((o) => !factor.options.some((known) => known.label === o)))
            say('cases', option, `因素“${factor.name}”没有这一选项`);
          return [{ factor: factor.name, options }];
        }),
  );
}
