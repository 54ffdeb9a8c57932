import { beforeAll, describe, expect, it } from 'vitest';
import { KNOWN_LAW_VERSIONS, localDate } from '#law';
import { lawName } from '#law/library/law-name';
import { articleKey } from '#law/library/law-text';
import { type LawLibrary, lawLibrary, type StoredText } from '#law/library/library';
import { locate } from '#law/library/locate';
import { scanReferences } from '#law/library/references';
import { resolveText } from '#law/library/resolve';
import { RUNNING_TEXT, RUNNING_TEXT_DAY } from '#law/library/running-text.test-data';
import { SECOND_READING } from '#law/library/second-reading.test-data';
import { REPEALED, VALIDITY } from '#law/library/validity.test-data';
import { lawTextsFolder } from '#testing/law-texts';
import { fileDay, readLawFiles } from './read-law-files.ts';

const real = lawTextsFolder();
const texts: StoredText[] = [];
let library: LawLibrary;

/** References inside laws that lead nowhere, and why. */
const EXPLAINED: Readonly<Record<string, string>> = {
  '城市维护建设税暂行条例 7 第四条第三项': '第四条的税率没有编号为项',
  '外国籍船舶航行长江水域管理规定 7 前款': '指同一条前一项之前的文字，原文分款不清',
  '计算机信息网络国际联网管理暂行规定实施办法 22 第二十一条第二款': '第二十一条只有一款，原文引用有误',
  '飞行基本规则 25 前款': '原文各款连写在一行，没有分款',
};

describe.skipIf(real === null)('现有的真实文本', () => {
  beforeAll(async () => {
    for await (const law of readLawFiles([real ?? '']))
      if (law.is === 'text') texts.push({ id: law.source, source: law.source, fileDay: fileDay(law.source), text: law.parsed.text });
    library = lawLibrary(texts, KNOWN_LAW_VERSIONS);
  }, 120_000);

  it('施行日与另一来源一致的一百部以上，逐部相同', () => {
    const found = VALIDITY.map(([law, published]) => [law, published, library.laws.get(law)?.find((e) => e.on === published)?.from]);
    expect(found).toEqual(VALIDITY.map((row) => [...row]));
    expect(VALIDITY.length).toBeGreaterThanOrEqual(100);
  });

  it('被废止的法规，末日和取代它的法规逐部相同', () => {
    const found = REPEALED.map(([law]) => {
      const last = library.laws.get(law)?.at(-1);
      return [law, last?.until, last === undefined ? undefined : lawName(last.replacedBy ?? '')];
    });
    expect(found).toEqual(REPEALED.map((row) => [...row]));
  });

  it('第二次核对所记的法规都在引用里', () => {
    const cited = new Set(RUNNING_TEXT.flatMap(([, places]) => places.map((p) => p.split(' ')[0])));
    expect(SECOND_READING.filter(({ law }) => !cited.has(law))).toEqual([]);
  });

  it('三百处引用：条文一处不错，库中有其法的九成五以上能查到', () => {
    const on = localDate(RUNNING_TEXT_DAY);
    const answers = RUNNING_TEXT.map(([sentence, expected]) => {
      const found = resolveText(library, sentence, on).map(({ resolution: r }) =>
        r.status === 'ok' ? `=${(r.text ?? '').replaceAll('\n', '').slice(0, 5)}` : r.status,
      );
      return [found, expected.map((e) => e.split(' ')[2]?.slice(0, e.includes('=') ? 6 : undefined))] as const;
    });
    expect(answers.map(([found]) => found)).toEqual(answers.map(([, expected]) => expected));
    const flat = answers.flatMap(([found]) => found);
    const resolved = flat.filter((f) => f.startsWith('=')).length;
    const unsure = flat.filter((f) => f === 'ambiguous').length;
    expect(resolved / (resolved + unsure)).toBeGreaterThan(0.95);
  });

  it('法律内部的引用：打印得分，每一处查不到的都有解释', () => {
    let [all, found] = [0, 0];
    const misses: string[] = [];
    for (const { text } of texts) {
      const law = lawName(text.title);
      const articles = new Map(text.articles.map((a) => [articleKey(a.number, a.sub), a]));
      for (const { article, paragraph, item, words } of pieces(text)) {
        const within = { law, article: article.number, sub: article.sub, paragraph, item };
        for (const { law: named, place, written } of scanReferences(words, { isName: (n) => library.laws.has(n), within })) {
          if (named.how !== 'self' || place === null) continue;
          all += 1;
          if (locate({ articles }, place).is === 'ok') found += 1;
          else misses.push(`${law} ${article.number} ${written}`);
        }
      }
    }
    const lines = misses.map((miss) => `${miss}：${EXPLAINED[miss] ?? '没有解释'}`);
    console.log(`法律内部引用${all}处，查到${found}处（${((100 * found) / all).toFixed(2)}%）\n${lines.join('\n')}`);
    expect(misses.filter((miss) => EXPLAINED[miss] === undefined)).toEqual([]);
    expect(all).toBeGreaterThan(7000);
  });
});

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
