import { type LocalDate, parseLocalDate, refuse, shanghaiDay } from '#law';
import { TEXT_PROBLEM_LABELS } from '#law/library/law-text';
import { CONFLICT_LABELS } from '#law/library/library';
import { RESOLUTION_LABELS, type ResolvedReference, resolveText } from '#law/library/resolve';
import { audit } from '#platform/audit';
import { type Client, inTransaction } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { type ImportCounts, importTexts, lockImport, noCounts } from '../registers/law-library/actions-import.ts';
import { type ReadLaw, readLawFiles } from '../registers/law-library/read-law-files.ts';
import { keptLaws } from '../registers/law-library/store-kept.ts';
import { finishOperatorLoad, keepChanges, operatorLoad } from '../registers/law-library/store-operator-loads.ts';
import { DONE, type Operator, type OperatorStorage, onStorage, refused, WRONG } from './operator-storage.ts';

export const LAW_USAGE = `用法：faheng law import 路径… [--problems]
  载入法规文本：文件、文件夹或者压缩包（.md、.txt、.docx、.zip），服务运行与否均可。
  引用了变动法规的事项，由服务在运行时列给各负责单位（法规变动影响）。
  已有的相同文本不变；同名文件内容不同的，取代旧文本并保留其记载。--problems 逐行列出文本的问题。
faheng law conflicts
  列出需要人核对的施行、废止日期和重复文本。`;

export const CITE_USAGE = `用法：faheng cite "文字" [--date 年-月-日] [--json]
  查出文字中引用的每一处条文在该日（默认今日）的内容；每一处一行，--json 时每一处一个对象。
  本程序不附带法规文本，先用 faheng law import 载入。
  退出码：0 全部查到；1 有一处以上查不到；2 没有完成。`;

const LOAD_FIRST =
  '本程序不附带法规文本。库中没有的，先用 faheng law import 路径… 载入该法规的全文（.md、.txt、.docx，或者装有它们的文件夹、.zip），再查。';

const BATCH = 50;

/** `faheng law import PATH… | conflicts`. */
export async function lawCommand(args: readonly string[], operator: Operator): Promise<number> {
  const [verb, ...rest] = args;
  const paths = rest.filter((a) => a !== '--problems');
  if (verb === 'conflicts' && rest.length === 0) return onStorage(operator, (storage) => sayConflicts(storage, operator));
  if (verb !== 'import' || paths.length === 0 || paths.some((p) => p.startsWith('--')))
    return refused(operator, refuse('usage', null, LAW_USAGE));
  const withProblems = rest.length > paths.length;
  return onStorage(operator, (storage) => importPaths(storage, paths, operator, withProblems));
}

async function importPaths(storage: OperatorStorage, paths: readonly string[], operator: Operator, withProblems: boolean): Promise<number> {
  const counts = noCounts();
  const at = operator.now();
  const { pool } = storage.database;
  const moment = new Date(at).toISOString();
  const inSystem = <T>(work: (client: Client) => Promise<T>): Promise<T> => inTransaction(pool, SYSTEM_PREAMBLE, work);
  const load = await inSystem(async (client) => {
    await lockImport(client);
    return operatorLoad(client, moment);
  });
  const take = (batch: readonly ReadLaw[]) =>
    inSystem(async (client) => {
      await lockImport(client);
      await keepChanges(client, load, await importTexts(client, batch, moment, counts));
    });
  let batch: ReadLaw[] = [];
  for await (const law of readLawFiles(paths)) {
    sayFile(law, operator, withProblems);
    batch.push(law);
    if (batch.length < BATCH) continue;
    await take(batch);
    batch = [];
  }
  await take(batch);
  await inSystem((client) => finishOperatorLoad(client, load, moment));
  await logImport(storage, at, paths.length, counts);
  operator.say(
    `新增${counts.added}部，更新${counts.changed}部，未变${counts.unchanged}部，未读${counts.refused}个文件；共${counts.articles}条，文本问题${counts.problems}处。`,
  );
  return counts.refused > 0 ? WRONG : DONE;
}

function sayFile(law: ReadLaw, { say }: Operator, withProblems: boolean): void {
  if (law.is === 'refused') say(`${law.source}：${law.reason}`);
  else if (withProblems)
    for (const p of law.parsed.problems)
      say(`${law.source} 第${p.line}行：${TEXT_PROBLEM_LABELS[p.is]}${p.found === '' ? '' : `（${p.found}）`}`);
}

async function logImport({ database }: OperatorStorage, at: number, paths: number, counts: ImportCounts): Promise<void> {
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    audit(client, {
      actor: { accountId: null, who: '服务器命令行', organisationId: null, role: null, source: null },
      at,
      action: 'law.import',
      object: { kind: 'law-library', id: 'texts' },
      result: 'ok',
      detail: { paths, ...counts },
    }),
  );
}

async function sayConflicts({ database }: OperatorStorage, { say }: Operator): Promise<number> {
  const { library } = await keptLaws(database.pool);
  const { conflicts } = library;
  for (const c of conflicts) say(`《${c.law}》${c.edition ?? ''}：${CONFLICT_LABELS[c.is]}。${c.says}`);
  say(`共${conflicts.length}处需要核对。`);
  return conflicts.length === 0 ? DONE : WRONG;
}

/** `faheng cite "…" [--date D] [--json]`. */
export async function citeCommand(args: readonly string[], operator: Operator): Promise<number> {
  const asked = citeArguments(args, shanghaiDay(operator.now()));
  if (asked === null) return refused(operator, refuse('usage', null, CITE_USAGE));
  if (asked.on === null) return refused(operator, refuse('not-a-day', null, '日期应为真实的年-月-日，例如 2026-01-31。'));
  const { text, on, json } = asked;
  return onStorage(operator, async ({ database }) => {
    const { library } = await keptLaws(database.pool);
    const found = resolveText(library, text, on);
    for (const one of found) operator.say(json ? JSON.stringify(citeObject(one, on)) : citeLine(one));
    if (found.length === 0 && !json) operator.say('没有读到法律条文的引用。');
    if (!json && found.some((f) => f.resolution.status === 'not-in-library')) operator.say(LOAD_FIRST);
    return found.every((f) => f.resolution.status === 'ok') ? DONE : WRONG;
  });
}

type Asked = { readonly text: string; readonly on: LocalDate | null; readonly json: boolean };

function citeArguments(args: readonly string[], today: LocalDate): Asked | null {
  const at = args.indexOf('--date');
  const written = at < 0 ? null : (args[at + 1] ?? '');
  const rest = args.filter((a, i) => a !== '--json' && (at < 0 || (i !== at && i !== at + 1)));
  const [text] = rest;
  if (rest.length !== 1 || text === undefined || text.startsWith('--')) return null;
  return { text, on: written === null ? today : parseLocalDate(written), json: args.includes('--json') };
}

/** The object that programs read; absent parts are null. */
export function citeObject({ reference, resolution: r }: ResolvedReference, on: LocalDate) {
  const place = r.place ?? reference.place;
  const edition = r.edition;
  return {
    reference: reference.written,
    date: on,
    status: r.status,
    law: r.law,
    version: edition === null ? null : { label: edition.label, from: edition.from, until: edition.until, certainty: edition.certainty },
    article: place?.article ?? null,
    articleSub: place === null || place.sub === 0 ? null : place.sub,
    paragraph: place?.paragraph ?? null,
    item: place?.item ?? null,
    subItem: place?.subItem ?? null,
    text: r.text,
    replacedBy: r.replacedBy,
    movedTo: r.moved.map(({ edition: { law, label }, place: { article, sub, paragraph }, by }) => ({
      ...{ law, version: label, article, articleSub: sub === 0 ? null : sub, paragraph, by },
    })),
    reason: r.reason === '' ? null : r.reason,
    candidates: r.candidates,
    unverifiedName: r.unverifiedName ?? null,
  };
}

function citeLine({ reference, resolution: r }: ResolvedReference): string {
  const edition = r.edition === null ? '' : `（${r.edition.label}，${r.edition.from ?? '？'}至${r.edition.until ?? '今'}）`;
  const answer = r.status === 'ok' ? (r.text ?? RESOLUTION_LABELS.ok) : `${RESOLUTION_LABELS[r.status]}：${r.reason}`;
  const short = r.unverifiedName === undefined ? '' : `（按简称“${r.unverifiedName}”读取，待核定）`;
  return `《${r.law}》${edition}${short} ${reference.place === null ? '' : reference.written}\n  ${answer.replaceAll('\n', '\n  ')}`;
}
