import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chineseNumeral, isRefusal, localDate } from '#law';
import type { LawLibrary } from '#law/library/library';
import { resolve, resolveText } from '#law/library/resolve';
import { systemNow } from '#platform/clock-now';
import { readConfig } from '#platform/config';
import { browserOf } from '#testing/city-sign-in';
import { anOrganisation, aPerson, type TestBrowser, testIdentity, testServer } from '#testing/identity';
import { lawTextsFolder } from '#testing/law-texts';
import { lawLibraryRoutes } from '../../registers/law-library/routes.ts';
import { keptLaws } from '../../registers/law-library/store-kept.ts';
import { openStorage, type Storage } from '../storage.ts';
import { writeLaws } from './generated-laws.ts';
import { type Benchmark, type Line, ms, perSecond, quantile, seconds } from './measure.ts';
import { runProgram } from './program.ts';

const TEXTS = 1_000;
const ARTICLES = 150_000;
const ARTICLES_PER_TEXT = 45;
const DAY = localDate('2025-06-01');

/** Texts imported by the command line, then a library of 150,000 articles searched, read and resolved through its pages. */
export const library: Benchmark = async (_, say) => {
  const folder = mkdtempSync(join(tmpdir(), 'faheng-bench-laws-'));
  const dataDir = mkdtempSync(join(tmpdir(), 'faheng-bench-data-'));
  try {
    const imported = await importOnce(folder, dataDir, say);
    const storage = await openStorage(configOf(dataDir));
    if (isRefusal(storage)) throw new Error(storage.reason);
    try {
      return [...imported, ...(await used(storage, say))];
    } finally {
      await storage.close();
    }
  } finally {
    for (const one of [folder, dataDir]) rmSync(one, { recursive: true, force: true });
  }
};

function configOf(dataDir: string) {
  const config = readConfig({ DATA_DIR: dataDir, MODE: 'production' });
  if (isRefusal(config)) throw new Error(config.reason);
  return config;
}

/** The first load is measured; what is missing to 150,000 articles is loaded behind it. */
async function importOnce(folder: string, dataDir: string, say: (text: string) => void): Promise<readonly Line[]> {
  const env = { DATA_DIR: dataDir, MODE: 'production' };
  const real = lawTextsFolder();
  const first = real ?? join(folder, 'first');
  if (real === null) writeLaws(first, TEXTS);
  const load = await runProgram(['law', 'import', first], env);
  const [texts, articles] = [Number(/新增(\d+)部/.exec(load.said)?.[1]), Number(/共(\d+)条/.exec(load.said)?.[1])];
  if (!(articles > 0)) throw new Error(load.said.slice(-500));
  say(`${texts} texts, ${articles} articles; filling up to ${ARTICLES}`);
  const more = join(folder, 'more');
  writeLaws(more, Math.ceil((ARTICLES - articles) / ARTICLES_PER_TEXT) + (real === null ? TEXTS : 0));
  const rest = await runProgram(['law', 'import', more], env);
  if (rest.code !== 0) throw new Error(rest.said.slice(-500));
  const what = `${texts} ${real === null ? 'generated' : 'real'} texts with ${articles} articles imported by \`faheng law import\`, database started and stopped`;
  return [
    line(what, seconds(load.tookMs), '< 90 s', load.tookMs < 90_000),
    line('the same: peak memory', `${load.peakMb} MB`, '< 600 MB', load.peakMb < 600),
  ];
}

async function used({ database }: Storage, say: (text: string) => void): Promise<readonly Line[]> {
  const start = performance.now();
  const { library: laws } = await keptLaws(database.pool);
  const readMs = performance.now() - start;
  const memory = Math.round(process.memoryUsage.rss() / 1024 ** 2);
  say(`library read in ${seconds(readMs)}, the process holds ${memory} MB`);
  const identity = testIdentity(database.pool, systemNow);
  const app = await testServer(identity, async (server) => {
    await server.register(lawLibraryRoutes, { pool: database.pool, now: systemNow });
  });
  const person = await aPerson(identity, [{ organisationId: await anOrganisation(database.pool), role: 'supervisor' }]);
  try {
    const page = await browserOf(app, identity, { ...person, postId: person.postIds[0] ?? '' });
    const info = { target: '–', met: null, baseline: '–' };
    return [
      ...throughput(laws),
      await answered(page, 'search', questions(laws), 100, say),
      await answered(page, 'reading a law as of a day', readings(laws), 50, say),
      { ...info, what: 'library read by a server at its first question', measured: seconds(readMs), ratio: seconds(readMs) },
      { ...info, what: 'memory of that process', measured: `${memory} MB`, ratio: `${memory} MB` },
    ];
  } finally {
    await app.close();
  }
}

type Place = { readonly name: string; readonly article: number; readonly paragraph: number; readonly words: string };

/** Places all over the library, in an order that is the same in every run. */
function places(laws: LawLibrary): readonly Place[] {
  const all = [...laws.laws].flatMap(([name, editions]) =>
    (editions.findLast((e) => e.texts.length > 0)?.texts[0]?.text.articles ?? []).flatMap((a) =>
      a.paragraphs.map((p, i) => ({ name, article: a.number, paragraph: i + 1, words: p.text })),
    ),
  );
  return Array.from({ length: 20_000 }, (_, i) => all[(i * 7_919) % all.length]).filter((p) => p !== undefined);
}

function throughput(laws: LawLibrary): readonly Line[] {
  const asked = places(laws);
  const structured = rate(asked.length, () => {
    for (const { name, article, paragraph } of asked)
      resolve(laws, { name, edition: null }, { article, sub: 0, paragraph, item: null, subItem: null }, DAY);
  });
  const sentences = asked.map(
    ({ name, article, paragraph }, i) =>
      `经查，当事人的上述行为违反了${i % 2 === 0 ? `《中华人民共和国${name}》` : name}第${chineseNumeral(article)}条第${chineseNumeral(paragraph)}款的规定，依法应予处罚。`,
  );
  const running = rate(sentences.length, () => {
    for (const sentence of sentences) resolveText(laws, sentence, DAY);
  });
  return [
    line('structured references resolved, warm', perSecond(structured), '≥ 50,000/s', structured >= 50_000),
    line('citations in running text found and resolved', perSecond(running), '≥ 5,000/s', running >= 5_000),
  ];
}

function rate(count: number, work: () => void): number {
  const took = [0, 1, 2, 3].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return (count * 1000) / quantile(took.slice(1), 0.5);
}

const WORDS = [
  '罚款',
  '规定',
  '应当',
  '行政机关',
  '责令改正',
  '当事人',
  '吊销许可证件',
  '执法证',
  '罚没',
  '没收违法所得',
  '食品',
  '检查',
  '罚',
  '安全 责令停产停业',
  '罚款 警告 当事人',
  '“应当建立台账”',
];

/** Common and rare words, several together, words in quotation marks, pieces of articles, filters and days. */
function questions(laws: LawLibrary): readonly string[] {
  const pieces = places(laws)
    .filter((_, i) => i % 500 === 0)
    .map(({ words }) => words.replaceAll(/[^\u4e00-\u9fa5]/g, '').slice(4, 10))
    .filter((piece) => piece.length === 6);
  const filters = ['', '&on=2015-01-01', '&level=law', '&level=administrative-regulation', '&place=全国'];
  return [...WORDS, ...pieces].flatMap((q) => filters.map((f) => `/api/law-library/search?q=${encodeURIComponent(q)}${encodeURI(f)}`));
}

function readings(laws: LawLibrary): readonly string[] {
  const days = ['2000-01-01', '2015-06-01', '2021-07-15', '2026-08-15'];
  const names = [...laws.laws.keys()];
  return Array.from({ length: 400 }, (_, i) => names[(i * 53) % names.length] ?? '').map(
    (name, i) => `/api/law-library/text?name=${encodeURIComponent(name)}&on=${days[i % days.length]}`,
  );
}

async function answered(
  page: TestBrowser,
  what: string,
  urls: readonly string[],
  limitMs: number,
  say: (text: string) => void,
): Promise<Line> {
  const took: { readonly url: string; readonly ms: number }[] = [];
  for (const round of [0, 1, 2])
    for (const url of urls) {
      const start = performance.now();
      const { statusCode } = await page.call({ url });
      if (statusCode !== 200) throw new Error(`${statusCode} ${url}`);
      if (round > 0) took.push({ url, ms: performance.now() - start });
    }
  for (const slow of [...took].sort((a, b) => b.ms - a.ms).slice(0, 8)) say(`${ms(slow.ms)} ${decodeURIComponent(slow.url)}`);
  const [median, p95] = [0.5, 0.95].map((q) =>
    quantile(
      took.map((t) => t.ms),
      q,
    ),
  );
  const told = `${ms(p95 ?? 0)} (median ${ms(median ?? 0)})`;
  return {
    ...line(`${what}: p95 of ${took.length} answers with ${ARTICLES} articles`, told, `< ${limitMs} ms`, (p95 ?? 0) < limitMs),
    ratio: ms(p95 ?? 0),
  };
}

function line(what: string, measured: string, target: string, met: boolean): Line {
  return { what, measured, baseline: '–', ratio: measured, target, met };
}
