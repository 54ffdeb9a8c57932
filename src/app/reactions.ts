import type { PenaltyRecord } from '#enforcement/penalty-records';
import { type Citation, cite, type Json } from '#law';
import { perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { sessionOfHeldPost } from '#platform/identity/held-post';
import type { Handler, Handlers, OutboxItem } from '#platform/outbox';
import { SYSTEM_PREAMBLE } from '#platform/session';
import type { LawImport, LawLinks } from '#registers/law-library';
import { TREES_DUE } from '#registers/organisations';
import type { SupervisionCase } from '#supervision/case-supervision';
import type { MajorPenaltyFiling } from '#supervision/major-penalty-filings';
import type { SupervisionDocument } from '#supervision/supervision-document';
import { tryHeld } from '../enforcement/case-reports/actions-again.ts';
import { queueJob } from '../registers/law-library/store-jobs.ts';
import { endLinks, keepLinks, keepSettlement } from '../registers/law-library/store-settled.ts';
import { EFFECT_DUE } from '../registers/subject-changes/actions.ts';
import { storeArchive } from './archive-reaction.ts';
import { toAskingCase, toCoordination } from './assistance-reactions.ts';
import { goOnInOrdinary } from './converted-reaction.ts';
import { noteFilingOf } from './filed-cases.ts';
import { fileDisobeyed } from './filed-order-reaction.ts';
import { judgeCaseAgain } from './judged-cases.ts';
import { listImpact } from './law-impact.ts';
import type { Opened } from './opened.ts';
import { toFileReview } from './redress-reaction.ts';
import { renderingHandlers } from './rendering.ts';
import { reportingOf } from './reported-cases.ts';
import { recordChange, successionHandlers } from './succession.ts';
import { settleClosed, tryAgain } from './unfinished-effects.ts';

/** One effect on another room: queued in the transaction of its cause, done after commit as an act of its own. */
type Reaction = {
  readonly when: string;
  readonly effect: (opened: Opened, item: OutboxItem, handlers: Handlers) => Promise<void>;
  readonly cite: Citation;
  readonly says: string;
};

const ART_22 = cite('实施细则', 22, 1);

/** What follows from what, across rooms. */
const TABLE: readonly Reaction[] = [
  {
    when: 'law-import.open',
    effect: ({ platform }, item) => inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => queueJob(client, item.matter_id, item.city)),
    cite: cite('实施细则', 8, undefined, 1),
    says: '法规文本上传后排队读取',
  },
  {
    when: 'law-import.finish',
    effect: listImpact,
    cite: cite('实施细则', 8, undefined, 1),
    says: '法规载入、修改、废止后，列出引用它的规则参数、监督规则、在办事项、文书和预警，交各负责单位核对',
  },
  {
    when: 'law-import.settle-conflict',
    effect: keepSettled,
    cite: cite('实施细则', 8, undefined, 1),
    says: '法规文本的矛盾由人核定后，按核定的结果读取',
  },
  {
    when: 'law-links.confirm',
    effect: keepLinked,
    cite: cite('实施细则', 8, undefined, 1),
    says: '登记的条文对应由另一人核对采用后，引用查找据此指明现为第几条',
  },
  {
    when: 'law-links.revoke',
    effect: ({ platform }, item) => inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => endLinks(client, item.matter_id)),
    cite: cite('实施细则', 8, undefined, 1),
    says: '停用的条文对应不再用于引用查找',
  },
  { when: 'supervision-document.sign', effect: linkToCase, cite: ART_22, says: '监督文书签发，记入来源监督案件：所列问题已制发文书' },
  {
    when: 'supervision-document.close',
    effect: (o, item) => endInCase(o, item, 'closed'),
    cite: ART_22,
    says: '监督文书办结，登记到来源监督案件',
  },
  {
    when: 'supervision-document.close-late',
    effect: (o, item) => endInCase(o, item, 'closed'),
    cite: ART_22,
    says: '逾期整改后办结，登记到来源监督案件',
  },
  {
    when: 'supervision-document.conclude',
    effect: (o, item) => endInCase(o, item, 'closed'),
    cite: cite('实施细则', 22, 2),
    says: '处理办结，登记到来源监督案件',
  },
  {
    when: 'supervision-document.withdraw',
    effect: (o, item) => endInCase(o, item, 'withdrawn'),
    cite: ART_22,
    says: '监督文书撤回，来源监督案件的问题重新等待文书',
  },
  {
    when: 'supervision-document.replace',
    effect: replaceInCase,
    cite: ART_22,
    says: '监督文书由新文书更正或者撤销，来源监督案件改为跟踪新文书；只更正文字的不变',
  },
  {
    when: 'supervision-document.conclude-referral',
    effect: (o, item) => endInCase(o, item, 'closed'),
    cite: cite('实施细则', 22, 2),
    says: '司法行政部门对逾期未处理的文书作出处理，登记到来源监督案件',
  },
  {
    when: 'supervision-document.close-letter',
    effect: (o, item) => endInCase(o, item, 'closed'),
    cite: cite('行政执法监督条例', 42, 2),
    says: '情况核实函、问题告知函归档，登记到来源监督案件',
  },
  {
    when: 'referral.sign',
    effect: (o, item) => followUp(o, item, 'transfer'),
    cite: cite('实施细则', 20, 2),
    says: '移送函签发，记入来源监督案件',
  },
  {
    when: 'notice-and-talk.sign',
    effect: (o, item) => followUp(o, item, 'talk'),
    cite: cite('实施细则', 21),
    says: '通报、约谈签发，记入来源监督案件',
  },
  {
    when: 'major-penalty-filing.file',
    effect: noteFiled,
    cite: cite('实施细则', 18),
    says: '重大行政处罚报送备案，备案日期登记到处罚决定，重新判断是否按期备案',
  },
  {
    when: 'case-supervision.file',
    effect: takenUpInFiling,
    cite: ART_22,
    says: '由重大行政处罚备案立案监督的，登记到该件备案',
  },
  {
    when: 'summary-penalty.convert',
    effect: goOnInOrdinary,
    cite: cite('行政处罚法', 54),
    says: '当场处罚转为普通程序的，随即登记普通程序线索，带入当事人、现场执法人员、事实、依据和现场取得的材料',
  },
  {
    when: 'correction-order.to-case',
    effect: fileDisobeyed,
    cite: cite('行政处罚法', 54),
    says: '责令改正没有改正、另行立案的，随即登记普通程序线索，带入当事人、事实和材料，两件互相关联；已经登记案件的，与所选的案件关联',
  },
  ...(['ordinary-penalty.dispute-ended', 'ordinary-penalty.serve', 'summary-penalty.dispute-ended', 'summary-penalty.serve'] as const).map(
    (when) => ({
      when,
      effect: toFileReview,
      cite: cite('实施细则', 12),
      says: '处罚决定被复议、诉讼或者本机关纠正的，列入本级司法行政部门的案卷评查，作为线索研判',
    }),
  ),
  ...(['ordinary-penalty.archive', 'summary-penalty.archive', 'correction-order.archive'] as const).map((when) => ({
    when,
    effect: storeArchive,
    cite: cite('行政处罚法', 47),
    says: '案件归档后，归档包（案卷、全部文件和办理链）入库，摘要记入办理链；重新打开的案件再次归档的，另存一个版本',
  })),
  ...(['assistance.answer', 'assistance.refuse', 'assistance.send-reply'] as const).map((when) => ({
    when,
    effect: toAskingCase,
    cite: cite('行政处罚法', 26),
    says: '协助、协查的答复连同材料列入请求机关的案件；列为证据、查证由承办人办理',
  })),
  {
    when: 'assistance.ask-coordination',
    effect: toCoordination,
    cite: cite('实施细则', 6),
    says: '协商不成的协助请求报本级司法行政部门协调，作为线索研判',
  },
  {
    when: 'subject-change.publish',
    effect: recordChange,
    cite: cite('实施细则', 8, undefined, 4),
    says: '执法主体变更公告后登入名录，自生效日起按新的登记',
  },
  {
    when: 'held-report.try-again',
    effect: tryHeldAgain,
    cite: cite('实施细则', 8, undefined, 12),
    says: '报送的步骤由本单位的人再次记入案件，结果登记到该件报送',
  },
  {
    when: 'unfinished-effect.try-again',
    effect: ({ platform }, item, handlers) => tryAgain(platform, handlers, item),
    cite: cite('实施细则', 3, 2),
    says: '未完成的自动衔接由平台再次办理一次',
  },
  {
    when: 'unfinished-effect.close',
    effect: ({ platform }, item) => settleClosed(platform, item),
    cite: cite('实施细则', 3, 2),
    says: '人工办理并关闭的自动衔接，不再计入失败',
  },
];

/** The topics that acts must queue. */
export const REACTIONS: readonly string[] = TABLE.map((r) => r.when);

/** What follows within a matter or a register rather than across rooms. */
const WITHIN: Readonly<Record<string, string>> = {
  'render-documents': '文书签发、出具后生成版面',
  'seal-documents': '文书电子用印',
  [EFFECT_DUE]: '执法主体变更在生效日生效，未办结事项转给承接单位',
  [TREES_DUE]: '名录登记的起止日到来，单位的层级关系随之更新',
};

/** What was to follow, in words for officials. */
export function effectOf(topic: string): string {
  return TABLE.find((r) => r.when === topic)?.says ?? WITHIN[topic] ?? topic;
}

export function handlersOf(opened: Opened): Handlers {
  const handlers: Map<string, Handler> = new Map([...renderingHandlers(opened), ...successionHandlers(opened)]);
  for (const { when, effect } of TABLE) handlers.set(when, (item) => effect(opened, item, handlers));
  return handlers;
}

async function keepSettled(opened: Opened, item: OutboxItem): Promise<void> {
  const { settled } = await stateOf<LawImport>(opened, item.matter_id);
  await inTransaction(opened.platform.pool, SYSTEM_PREAMBLE, async (client) => {
    for (const [i, s] of settled.entries()) await keepSettlement(client, { ...s, matterId: item.matter_id, no: i + 1 });
  });
}

async function keepLinked(opened: Opened, item: OutboxItem): Promise<void> {
  const links = await stateOf<LawLinks>(opened, item.matter_id);
  // Done late, or again by hand: what has been given up in the meantime stays so.
  if (links.status !== 'confirmed') return;
  await inTransaction(opened.platform.pool, SYSTEM_PREAMBLE, (client) => keepLinks(client, item.matter_id, links));
}

/** A signed document answers problems of the case from which it, or the document that it corrects, was opened. */
async function linkToCase(opened: Opened, item: OutboxItem): Promise<void> {
  const document = await stateOf<SupervisionDocument>(opened, item.matter_id);
  const caseId = document.caseId ?? (await caseOfCorrected(opened, document));
  if (caseId !== null) await linkDocument(opened, item, caseId, item.matter_id, document);
}

async function caseOfCorrected(opened: Opened, document: SupervisionDocument): Promise<string | null> {
  return document.correctsId === null ? null : (await stateOf<SupervisionDocument>(opened, document.correctsId)).caseId;
}

/** The document names its problems in the words of the case; those that the case still holds open are now answered. */
async function linkDocument(opened: Opened, item: OutboxItem, caseId: string, id: string, document: SupervisionDocument): Promise<void> {
  const origin = await stateOf<SupervisionCase>(opened, caseId);
  const named = new Set(document.draft.problems.map((p) => p.facts.trim()));
  const numbers = new Set(document.draft.problems.map((p) => p.caseNo));
  const isNamed = (p: { no: number; facts: string }): boolean => numbers.has(p.no) || named.has(p.facts.trim());
  // A letter that only asks about the facts answers none of them.
  const answered = document.draft.type === 'inquiry' ? [] : origin.problems.filter((p) => p.answeredOn === null && isNamed(p));
  const problems = answered.map((p) => ({ no: p.no }));
  await onCase(opened, item, caseId, 'link-document', { document: id, problems, stops: [] });
}

async function endInCase(opened: Opened, item: OutboxItem, ending: 'closed' | 'withdrawn' | 'replaced'): Promise<void> {
  const document = await stateOf<SupervisionDocument>(opened, item.matter_id);
  if (document.caseId !== null) await onCase(opened, item, document.caseId, 'document-ended', { document: item.matter_id, ending });
}

/** The old document has not answered the problems for good, the new one does: both in this order, whichever was signed first. */
async function replaceInCase(opened: Opened, item: OutboxItem): Promise<void> {
  const replaced = await stateOf<SupervisionDocument>(opened, item.matter_id);
  if (replaced.caseId === null || replaced.status !== 'replaced') return;
  await endInCase(opened, item, 'replaced');
  for (const id of await linkedAt(opened, item, 'follows')) {
    const successor = await stateOf<SupervisionDocument>(opened, id);
    if (successor.letter !== null) await linkDocument(opened, item, replaced.caseId, id, successor);
  }
}

async function followUp(opened: Opened, item: OutboxItem, kind: 'transfer' | 'talk'): Promise<void> {
  for (const caseId of await linkedAt(opened, item, 'opened-from'))
    await onCase(opened, item, caseId, 'follow-up', { kind, matter: item.matter_id, problems: null });
}

/** What a matter stands linked to: by this very act, or by the one that opened it. */
async function linkedAt(opened: Opened, item: OutboxItem, relation: 'follows' | 'opened-from'): Promise<readonly string[]> {
  const found = await inTransaction(opened.platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ id: string }>(client, 'select other_id as id from matter_link where matter_id = $1 and relation = $2 and seq = $3', [
      item.matter_id,
      relation,
      relation === 'follows' ? item.seq : 1,
    ]),
  );
  return found.map((f) => f.id);
}

/**
 * The decision then tells that it was filed, and its rules judge it by that; one that was merged away meanwhile tells it by
 * the record that stands for it. Whatever refuses it is tried again, and becomes a task of the organ.
 */
async function noteFiled(opened: Opened, item: OutboxItem): Promise<void> {
  const { decisionId, filedOn, fromCase } = await stateOf<MajorPenaltyFiling>(opened, item.matter_id);
  if (filedOn === null) return;
  const matterId = fromCase === true ? decisionId : await standingFor(opened, decisionId);
  // The rules of a case read from the filing itself whether it was filed; its closing asks what the case has been told.
  if (fromCase === true || !('row' in (await stateOf<object>(opened, matterId)))) {
    if (await noteFilingOf(opened.platform, item.city, matterId)) return;
    return judgeCaseAgain({ platform: opened.platform, sealing: opened.identity.keys }, item.city, matterId, '报送备案');
  }
  const answer = await perform(opened.platform, {
    by: { system: true, city: item.city },
    kind: 'penalty-record',
    act: 'note-filed',
    matterId,
    input: { filedOn, filing: item.matter_id },
    idempotencyKey: `reaction-${item.id}-note-filed`,
  });
  if (!answer.ok) throw new Error(`note-filed: ${JSON.stringify(answer)}`);
}

/** The decision itself, or the record, or the case, into which it was merged in the end. */
async function standingFor(opened: Opened, decisionId: string): Promise<string> {
  const { mergedInto = null } = await stateOf<Partial<PenaltyRecord>>(opened, decisionId);
  return mergedInto === null ? decisionId : standingFor(opened, mergedInto);
}

/** As the person who asked: whoever has lost the post meanwhile tries nothing. */
async function tryHeldAgain({ platform, identity }: Opened, item: OutboxItem): Promise<void> {
  const [asked] = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ account: string; post: string }>(
      client,
      'select account_id as account, post_id as post from act where matter_id = $1 and seq = $2',
      [item.matter_id, item.seq],
    ),
  );
  const session = asked === undefined ? null : await sessionOfHeldPost(identity, asked.account, asked.post);
  if (session !== null) await tryHeld(reportingOf({ platform, identity }), session, item.matter_id);
}

/** The filing from which a case was opened then holds it as what became of its problem. */
async function takenUpInFiling(opened: Opened, item: OutboxItem): Promise<void> {
  for (const filing of await linkedAt(opened, item, 'opened-from')) {
    const { takenUpBy } = await stateOf<Partial<MajorPenaltyFiling>>(opened, filing);
    if (takenUpBy === undefined || takenUpBy.includes(item.matter_id)) continue;
    const answer = await perform(opened.platform, {
      by: { system: true, city: item.city },
      kind: 'major-penalty-filing',
      act: 'take-up',
      matterId: filing,
      input: { matter: item.matter_id },
      idempotencyKey: `reaction-${item.id}-take-up`,
    });
    // A filing whose review has not come to an opinion, or has ended, has nothing to be taken up.
    if (!answer.ok && !(answer.error === 'refused' && answer.refusal.refused === 'wrong-state'))
      throw new Error(`take-up: ${JSON.stringify(answer)}`);
  }
}

async function onCase(opened: Opened, item: OutboxItem, caseId: string, act: string, input: Json): Promise<void> {
  const answer = await perform(opened.platform, {
    by: { system: true, city: item.city },
    kind: 'case-supervision',
    act,
    matterId: caseId,
    input,
    idempotencyKey: `reaction-${item.id}-${act}`,
  });
  // A case that has moved on in the meantime refuses lawfully; everything else is tried again.
  if (!answer.ok && answer.error !== 'refused') throw new Error(`${act}: ${JSON.stringify(answer)}`);
}

async function stateOf<S>(opened: Opened, matterId: string): Promise<S> {
  const [matter] = await inTransaction(opened.platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ state: S }>(client, 'select state from matter where id = $1', [matterId]),
  );
  if (matter === undefined) throw new Error('the matter of a reaction is gone');
  return matter.state;
}
