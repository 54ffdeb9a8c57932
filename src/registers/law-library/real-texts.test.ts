import { beforeAll, describe, expect, it } from 'vitest';
import { KNOWN_LAW_VERSIONS, localDate, SHORT_NAMES } from '#law';
import { readForceClause } from '#law/library/force-clause';
import { HARD_TEXT } from '#law/library/hard-text.test-data';
import { lawName } from '#law/library/law-name';
import { EXPLAINED, LAW_SCORE, NO_PLACES } from '#law/library/law-score.test-data';
import { articleKey } from '#law/library/law-text';
import { type LawLibrary, lawLibrary, type StoredText } from '#law/library/library';
import { locate } from '#law/library/locate';
import type { Place } from '#law/library/reference-places';
import { type Reference, scanReferences } from '#law/library/references';
import { type Resolution, resolveText } from '#law/library/resolve';
import { RUNNING_TEXT, RUNNING_TEXT_DAY } from '#law/library/running-text.test-data';
import { SECOND_READING } from '#law/library/second-reading.test-data';
import { REPEALED, VALIDITY } from '#law/library/validity.test-data';
import { VALIDITY_READING } from '#law/library/validity-reading.test-data';
import { lawTextsFolder } from '#testing/law-texts';
import { fileDay, readLawFiles } from './read-law-files.ts';

const real = lawTextsFolder();
const texts: StoredText[] = [];
let library: LawLibrary;
const SENTENCES = [...RUNNING_TEXT, ...HARD_TEXT];

describe.skipIf(real === null)('现有的真实文本', () => {
  beforeAll(async () => {
    for await (const law of readLawFiles([real ?? '']))
      if (law.is === 'text') texts.push({ id: law.source, source: law.source, fileDay: fileDay(law.source), text: law.parsed.text });
    library = lawLibrary(texts, KNOWN_LAW_VERSIONS, SHORT_NAMES);
  });

  it('读到的文本和条文数与所记相同', () => {
    const articles = texts.reduce((n, { text }) => n + text.articles.length, 0);
    expect({ texts: texts.length, articles }).toEqual({ texts: LAW_SCORE.texts, articles: LAW_SCORE.articles });
  });

  it('先读后比的施行日：逐部逐版相同，文本没有载明的也不作为载明', () => {
    const found = VALIDITY_READING.map(([law, on]) => {
      const edition = library.laws.get(lawName(law))?.find((e) => e.on === on);
      return [law, on, edition === undefined ? '没有这一版本' : edition.certainty === 'stated' ? edition.from : null];
    });
    const different = found.filter(([, , from], i) => from !== VALIDITY_READING[i]?.[2]);
    console.log(
      `先读后比的施行日：${new Set(VALIDITY_READING.map(([law]) => law)).size}部、${found.length}个版本，不同${different.length}处`,
    );
    expect(different).toEqual([]);
  });

  it('先读后比的废止：条款点名废止的都读到', () => {
    const missed = VALIDITY_READING.flatMap(([law, on, , , ends = []]) => {
      const editions = library.laws.get(lawName(law)) ?? [];
      const named = editions.flatMap((e) => e.texts).flatMap((t) => readForceClause(t.text).repeals.map((r) => plainTitle(r.title)));
      return ends.filter((title) => !named.includes(plainTitle(title))).map((title) => `${law} ${on} ${title}`);
    });
    expect(missed).toEqual([]);
  });

  it('另一些施行日，逐部相同', () => {
    const found = VALIDITY.map(([law, published]) => [law, published, library.laws.get(law)?.find((e) => e.on === published)?.from]);
    expect(found).toEqual(VALIDITY.map((row) => [...row]));
  });

  it('被废止的法规，末日和取代它的法规逐部相同', () => {
    const found = REPEALED.map(([law]) => {
      const last = library.laws.get(law)?.at(-1);
      return [law, last?.until, last === undefined ? undefined : lawName(last.replacedBy ?? '')];
    });
    expect(found).toEqual(REPEALED.map((row) => [...row]));
    expect(library.laws.get('国家安全法')?.at(-1)).toMatchObject({ from: '2015-07-01', until: null });
  });

  it('决定书里的引用：条文一处不错，库中有其法的九成五以上能查到', () => {
    const on = localDate(RUNNING_TEXT_DAY);
    const answers = SENTENCES.map(([sentence, expected]) => {
      const found = resolveText(library, sentence, on);
      return { expected, found, differs: differing(expected, found) };
    });
    expect(answers.flatMap(({ differs }) => differs)).toEqual([]);
    const score = runningScore(answers);
    console.log(
      `决定书里的引用${score.references}处：${score.withPlace}处库中有其条文，查到${score.resolved}处（${share(score.resolved, score.withPlace)}），错${score.wrong}处`,
    );
    expect(score).toEqual(LAW_SCORE.running);
  });

  it('法律内部的引用：打印得分，每一处查不到的都有解释', () => {
    const { all, misses, unread } = internal();
    const found = all - misses.length;
    const lines = [
      ...misses.map((m) => `${m}：${EXPLAINED[m] ?? '没有解释'}`),
      ...unread.map((m) => `${m}：${NO_PLACES[m] ?? '没有认出'}`),
    ];
    console.log(`法律内部引用${all}处，查到${found}处（${share(found, all)}）\n${lines.join('\n')}`);
    expect(misses.filter((m) => EXPLAINED[m] === undefined)).toEqual([]);
    expect([...new Set(unread)].filter((m) => NO_PLACES[m] === undefined)).toEqual([]);
    expect({ references: all, found }).toEqual(LAW_SCORE.internal);
  });
});

describe('所记的得分与所存的核对数据相符', () => {
  it('施行日一百部以上，没有留下不同之处', () => {
    expect(LAW_SCORE.validity).toEqual({
      texts: new Set(VALIDITY_READING.map(([law]) => law)).size,
      editions: VALIDITY_READING.length,
      different: 0,
    });
    expect(LAW_SCORE.validity.texts).toBeGreaterThanOrEqual(100);
    expect(VALIDITY_READING.filter(([, on, from]) => from !== null && from < on)).toEqual([]);
  });
  it('引用三百处以上，没有一处错，九成五以上查到', () => {
    const places = SENTENCES.flatMap(([, references]) => references).filter((r) => !r.includes(' ∅ '));
    const { references, withPlace, resolved, wrong } = LAW_SCORE.running;
    expect([references, resolved]).toEqual([places.length, places.filter((r) => r.includes(' =')).length]);
    expect(withPlace).toBe(resolved + places.filter((r) => r.endsWith(' ambiguous')).length);
    expect(references).toBeGreaterThanOrEqual(300);
    expect([wrong, resolved / withPlace > 0.95]).toEqual([0, true]);
  });
  it('法律内部每一处查不到的都列出并解释', () => {
    expect(Object.keys(EXPLAINED)).toHaveLength(LAW_SCORE.internal.references - LAW_SCORE.internal.found);
  });
  it('第二次核对所记的法规都在引用里', () => {
    const cited = new Set(SENTENCES.flatMap(([, places]) => places.map((p) => p.split(' ')[0])));
    expect(SECOND_READING.filter(({ law }) => !cited.has(law))).toEqual([]);
  });
});

type Answer = { readonly reference: Reference; readonly resolution: Resolution };

/** What the library answers otherwise than expected: law, place, status, or other words at that place. */
function differing(expected: readonly string[], found: readonly Answer[]): readonly string[] {
  if (expected.length !== found.length) return [`应有${expected.length}处，得${found.length}处：${expected.join('；')}`];
  return expected.flatMap((line, i) => {
    const [name = '', at, outcome = ''] = line.split(' ');
    const { reference, resolution: r } = found[i] as Answer;
    const answer = r.status === 'ok' ? `=${(r.text ?? '').replaceAll('\n', '')}` : r.status;
    const law = r.status === 'ok' ? lawName(r.law) : reference.law.name;
    const same = (law === name || library.aliases.get(name)?.includes(law) === true) && placeLabel(reference.place) === at;
    return same && answer.startsWith(outcome) ? [] : [`${line}，得${law} ${placeLabel(reference.place)} ${answer.slice(0, 20)}`];
  });
}

type Compared = { readonly found: readonly Answer[]; readonly differs: readonly string[] };

/** A reference of a law at hand is resolved or doubtful; everything else leads nowhere, as the reader found too. */
function runningScore(answers: readonly Compared[]) {
  const placed = answers.flatMap(({ found }) => found).filter(({ reference }) => reference.place !== null);
  const resolved = placed.filter(({ resolution }) => resolution.status === 'ok').length;
  const unsure = placed.filter(({ resolution }) => resolution.status === 'ambiguous').length;
  const wrong = answers.flatMap(({ differs }) => differs).length;
  return { references: placed.length, withPlace: resolved + unsure, resolved, wrong };
}

function placeLabel(place: Place | null): string {
  if (place === null) return '∅';
  const article = `${place.article}${place.sub === 0 ? '' : `-${place.sub}`}`;
  return [article, place.paragraph ?? '', place.item ?? ''].join('.').replace(/\.+$/, '');
}

/** Anything that looks like a place: 第…条, 第…款, 前项. 本条 and 本款 alone lead to where they stand. */
const LOOKS = /第[零〇一二三四五六七八九十百千]{1,7}[条款项]|前[一二两三四五]?[条款项](?!例|目)/g;

/** References inside laws: how many there are, which lead nowhere, and what looks like one and was not read. */
function internal(): { readonly all: number; readonly misses: readonly string[]; readonly unread: readonly string[] } {
  let all = 0;
  const [misses, unread]: [string[], string[]] = [[], []];
  for (const { text } of texts) {
    const law = lawName(text.title);
    const articles = new Map(text.articles.map((a) => [articleKey(a.number, a.sub), a]));
    for (const { article, paragraph, item, words } of pieces(text)) {
      const within = { law, article: article.number, sub: article.sub, paragraph, item };
      const found = scanReferences(words, { isName: (n) => library.laws.has(n), within }).filter(({ place }) => place !== null);
      for (const { law: named, place, written } of found) {
        if (named.how !== 'self' || place === null) continue;
        all += 1;
        if (locate({ articles }, place).is !== 'ok') misses.push(`${law} ${article.number} ${written}`);
      }
      for (const looks of words.matchAll(LOOKS))
        if (!found.some((f) => f.start < looks.index + looks[0].length && looks.index < f.end))
          unread.push(`${law} ${article.number} ${looks[0]}`);
    }
  }
  return { all, misses, unread };
}

function pieces(text: StoredText['text']) {
  return text.articles.flatMap((article) =>
    article.paragraphs.flatMap((p, i) => [
      { article, paragraph: i + 1, item: null as number | null, words: p.text },
      ...p.items.flatMap((item) =>
        [item.text, ...item.subItems.map((s) => s.text)].map((words) => ({
          article,
          paragraph: i + 1,
          item: item.number as number | null,
          words,
        })),
      ),
    ]),
  );
}

function plainTitle(title: string): string {
  return lawName(title).replaceAll(/[〈〉<>《》]|中华人民共和国/g, '');
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)}%`;
}
