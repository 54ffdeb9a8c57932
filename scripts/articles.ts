// ARTICLES.md: which article of the 细则 lives where, generated from what the code cites. `--check` fails when stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { argv, exit } from 'node:process';
import { KINDS } from '../src/app/rooms.ts';
import {
  BAYANNUR_2026,
  type Citation,
  chineseNumeral,
  formatCitation,
  INSTRUMENTS,
  type InstrumentKey,
  OBLIGATIONS,
  rowOf,
} from '../src/law/index.ts';
import { ALL_RULES } from '../src/law/rules/index.ts';

const ROOT = join(import.meta.dirname, '..');
const LOCAL: InstrumentKey = '实施细则';

type Uses = {
  readonly acts: Set<string>;
  readonly clocks: Set<string>;
  readonly rules: Set<string>;
  readonly files: Set<string>;
  readonly tests: Set<string>;
};
const byPlace = new Map<string, Uses>();

function usesOf(c: Pick<Citation, 'instrument' | 'article'>): Uses {
  const key = `${c.instrument}#${c.article ?? ''}`;
  const known = byPlace.get(key);
  if (known !== undefined) return known;
  const fresh: Uses = { acts: new Set(), clocks: new Set(), rules: new Set(), files: new Set(), tests: new Set() };
  byPlace.set(key, fresh);
  return fresh;
}

for (const kind of KINDS) {
  for (const act of Object.keys(kind.lifecycle)) {
    const row = rowOf(kind, act);
    if (row === null) continue;
    for (const cited of [row.cite, ...[...(row.guards ?? []), ...(row.inputGuards ?? [])].map((g) => g.cite)])
      usesOf(cited).acts.add(`${kind.name}·${row.label}`);
  }
  for (const { clock } of kind.clocks) {
    for (const terms of BAYANNUR_2026.obligations) {
      if (terms.obligation === clock.obligation && terms.cite !== null)
        usesOf(terms.cite).clocks.add(`${clock.id} ${OBLIGATIONS[clock.obligation]}`);
    }
  }
}
for (const rule of ALL_RULES) for (const cited of rule.cite) usesOf(cited).rules.add(`${rule.id} ${rule.title}`);

const CITE = /cite\('([^']+)',\s*(\d+)/g;
const TITLE = /\b(?:it|describe)(?:\.each\([^)]*\))?\(\s*['"`]([^'"`]*第[一二三四五六七八九十百]+条[^'"`]*)['"`]/g;
const ARTICLE_IN_TITLE = /(细则|实施细则|处罚法|行政处罚法)?》?第([一二三四五六七八九十百]+)条/g;
const NUMERALS = new Map(Array.from({ length: 99 }, (_, i) => [chineseNumeral(i + 1), i + 1]));

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

for (const path of walk(join(ROOT, 'src')).sort()) {
  const text = readFileSync(path, 'utf8');
  const name = relative(ROOT, path).replaceAll('\\', '/');
  if (!/\.test\.tsx?$/.test(name)) {
    for (const [, instrument = '', article = ''] of text.matchAll(CITE)) {
      if (Object.hasOwn(INSTRUMENTS, instrument))
        usesOf({ instrument: instrument as InstrumentKey, article: Number(article) }).files.add(roomOf(name));
    }
    continue;
  }
  for (const [, title = ''] of text.matchAll(TITLE)) {
    for (const [, law, numeral = ''] of title.matchAll(ARTICLE_IN_TITLE)) {
      const article = NUMERALS.get(numeral);
      if (article !== undefined)
        usesOf({ instrument: law?.includes('处罚法') === true ? '行政处罚法' : LOCAL, article }).tests.add(`${name}：${title}`);
    }
  }
}

function roomOf(file: string): string {
  const parts = file.split('/');
  return parts[1] === 'law' ? `law${parts[2] === 'rules' ? '/rules' : ''}` : parts.slice(1, 3).join('/');
}

function list(values: Iterable<string>): string {
  const sorted = [...values].sort();
  return sorted.length === 0 ? '—' : sorted.join('<br>');
}

function section(key: InstrumentKey, articles: readonly number[]): string {
  const rows = articles.map((article) => {
    const u = byPlace.get(`${key}#${article}`);
    const [rooms, acts, clocks, rules, tests] = [u?.files, u?.acts, u?.clocks, u?.rules, u?.tests].map((set) => list(set ?? []));
    return `| ${formatCitation({ instrument: key, article })} | ${rooms} | ${acts} | ${clocks} | ${rules} | ${tests} |`;
  });
  return `## 《${INSTRUMENTS[key].name}》\n\n| 条文 | 所在 | 办理 | 期限 | 规则 | 测试 |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

const others = (Object.keys(INSTRUMENTS) as InstrumentKey[]).filter((key) => key !== LOCAL && !key.startsWith('磴洲'));
const parts = [
  '# 条文与实现对照\n\n本页由 `npm run articles` 从代码的引用生成，勿手工修改。一行为空，表示该条尚无实现；不以空为合规。\n',
  section(
    LOCAL,
    Array.from({ length: 28 }, (_, i) => i + 1),
  ),
  ...others.flatMap((key) => {
    const cited = [...byPlace.keys()].filter((k) => k.startsWith(`${key}#`) && !k.endsWith('#')).map((k) => Number(k.split('#')[1]));
    return cited.length === 0
      ? []
      : [
          section(
            key,
            cited.sort((a, b) => a - b),
          ),
        ];
  }),
];
const text = parts.join('\n');
const target = join(ROOT, 'ARTICLES.md');
if (!argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('ARTICLES.md 已过期，请运行 npm run articles');
  exit(1);
}
