import {
  type ActFrame,
  chineseDay,
  type DocumentIssue,
  formatFullCitation,
  handlersOf,
  type InputOf,
  isDemonstration,
  type LegalClause,
  type LocalDate,
  nameOf,
  officerWords,
  type Profile,
  paper,
  type RegisterFacts,
  type SheetFacts,
  short,
  termsOf,
  wide,
} from '#law';
import type { FORMS } from '../forms.ts';
import {
  ASKED_LABELS,
  HEAD_LABELS,
  HEARING_LABELS,
  PARTNER_LABELS,
  SOURCE_LABELS,
  SUGGESTED_LABELS,
  type SupervisionCase,
} from '../model.ts';
import type { CaseLetterFacts } from './facts.ts';

type S = SupervisionCase;
type In<A extends keyof typeof FORMS> = InputOf<(typeof FORMS)[A]>;
type Issues = readonly DocumentIssue[];

const marked = (s: S, facts: RegisterFacts): boolean => isDemonstration(facts, [s.organId, s.unitId, s.petition?.officeId ?? null]);

type Sheet = Pick<SheetFacts, 'title' | 'rows'> & Partial<Pick<SheetFacts, 'list' | 'opinions' | 'number' | 'issuer'>>;

function sheet(kind: string, s: S, frame: ActFrame, facts: RegisterFacts, content: Sheet): Issues {
  const made: SheetFacts = {
    issuer: nameOf(facts, s.organId),
    number: null,
    list: null,
    opinions: [],
    on: frame.legalDate,
    demonstration: marked(s, facts),
    ...content,
  };
  return [{ ...paper({ kind, name: content.title, template: 'case-sheet', facts: made }), inside: kind !== 'DOC-21' }];
}

type Letter = Pick<CaseLetterFacts, 'title' | 'opening' | 'body'> & Partial<Pick<CaseLetterFacts, 'list' | 'addressee' | 'handlers'>>;

/** 根据…的规定，: the article of the city on the means of inquiry, as of the day. */
function basisOf(profile: Profile, on: LocalDate): LegalClause | null {
  const terms = termsOf(profile, 'local.inquiry', on);
  if (terms === null || terms.cite === null) return null;
  return { text: `根据${formatFullCitation(terms.cite)}的规定，`, cite: terms.cite, grade: terms.grade };
}

function letter(kind: string, s: S, frame: ActFrame, facts: RegisterFacts, profile: Profile, content: Letter): Issues {
  const made: CaseLetterFacts = {
    issuer: nameOf(facts, s.organId),
    addressee: nameOf(facts, s.unitId),
    basis: basisOf(profile, frame.legalDate),
    list: null,
    handlers: handlersOf(s.handlerIds, facts),
    on: frame.legalDate,
    demonstration: marked(s, facts),
    ...content,
  };
  return [{ ...paper({ kind, name: content.title, template: 'case-letter', facts: made }), inside: true }];
}

/** DOC-21. */
export function petitionIssues(s: S, suggested: In<'petition'>['suggested'], frame: ActFrame, facts: RegisterFacts): Issues {
  const office = nameOf(facts, frame.actor.organisationId ?? '');
  return sheet('DOC-21', s, frame, facts, {
    issuer: office,
    title: '司法所提请书',
    rows: [
      wide('提请机关', office),
      wide('被提请机关', nameOf(facts, s.organId)),
      wide('被监督单位', nameOf(facts, s.unitId)),
      short('监督事项', `${s.head} ${HEAD_LABELS[s.head]}`),
      short('建议制发', SUGGESTED_LABELS[suggested]),
      wide('事由', s.subject),
      wide('事实和证据', s.facts),
      wide('所附材料', frame.files.map((f) => f.name).join('；') || null),
    ],
  });
}

export function answerIssues(s: S, result: string, words: string, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('DOC-21', s, frame, facts, {
    title: '对司法所提请的答复',
    rows: [
      wide('提请机关', nameOf(facts, s.petition?.officeId ?? '')),
      wide('事由', s.subject),
      wide('答复', result),
      wide('意见或者理由', words),
    ],
  });
}

/** DOC-1. */
export function filingIssues(s: S, opinion: string | null, frame: ActFrame, facts: RegisterFacts): Issues {
  const partner = Object.entries(PARTNER_LABELS).find(([code]) => code === s.partner)?.[1] ?? null;
  return sheet('DOC-1', s, frame, facts, {
    title: '行政执法监督立案审批表',
    number: s.number,
    rows: [
      short('线索来源', partner === null ? SOURCE_LABELS[s.source] : `${SOURCE_LABELS[s.source]}（${partner}）`),
      short('登记日期', chineseDay(s.openedOn)),
      wide('被监督单位', nameOf(facts, s.unitId)),
      short('监督事项', `${s.head} ${HEAD_LABELS[s.head]}`),
      short('来源预警', `${s.findings.length}条`),
      wide('事由', s.subject),
      wide('线索内容', s.facts),
      wide('承办人', officerWords(handlersOf(s.handlerIds, facts))),
    ],
    opinions: [
      { label: '立案意见', text: '建议立案。', name: s.proposedBy?.name ?? '', on: s.triagedOn },
      { label: '审批意见', text: opinion ?? '同意立案。', name: frame.actor.name, on: frame.legalDate },
    ],
  });
}

/** DOC-2. */
export function checkNoticeIssues(s: S, input: In<'notify-check'>, frame: ActFrame, facts: RegisterFacts, profile: Profile): Issues {
  return letter('DOC-2', s, frame, facts, profile, {
    title: '监督检查通知书',
    opening: '本机关决定对你单位进行行政执法监督检查。现将有关事项通知如下：',
    body: [
      `一、时间：${input.time}。`,
      `二、地点：${input.place}。`,
      `三、检查范围：${input.scope}`,
      ...(input.materials === null ? [] : [`四、请提供下列材料：${input.materials}`]),
      '请你单位及有关人员予以配合，如实反映情况，不得拒绝、阻碍。',
    ],
    handlers: handlersOf(input.officers, facts),
  });
}

/** DOC-6. */
export function statementIssues(s: S, input: In<'ask-statement'>, frame: ActFrame, facts: RegisterFacts, profile: Profile): Issues {
  return letter('DOC-6', s, frame, facts, profile, {
    title: '书面说明通知书',
    opening: '请你单位就下列事项作出书面说明：',
    body: [input.matters, `请于${chineseDay(input.due)}前提交本机关。`],
  });
}

/** DOC-5: the notice with its list. */
export function callFilesIssues(s: S, input: In<'call-files'>, frame: ActFrame, facts: RegisterFacts, profile: Profile): Issues {
  return letter('DOC-5', s, frame, facts, profile, {
    title: '调阅通知书',
    opening: '本机关需要调阅下列材料：',
    body: [`请于${chineseDay(input.due)}前提供。材料使用完毕即予归还。`],
    list: {
      titles: ['序号', '材料名称', '页数'],
      rows: input.items.map((item, i) => [String(i + 1), item.name, item.pages?.toString() ?? '']),
    },
  });
}

export function returnFilesIssues(s: S, input: In<'return-files'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const returned = s.lentItems.filter((lent) => input.items.some((item) => item.no === lent.no));
  return sheet('DOC-5', s, frame, facts, {
    title: '调阅材料归还回执',
    rows: [wide('被监督单位', nameOf(facts, s.unitId)), short('归还日期', chineseDay(frame.legalDate)), short('收回人签名', '')],
    list: { titles: ['序号', '材料名称'], rows: returned.map((lent) => [String(lent.no), lent.name]) },
  });
}

/** DOC-4. */
export function questionIssues(s: S, input: In<'question'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('DOC-4', s, frame, facts, {
    title: '询问笔录',
    rows: [
      short('被询问人', input.person),
      short('身份', ASKED_LABELS[input.as]),
      short('日期', chineseDay(frame.legalDate)),
      short('地点', input.place),
      wide('询问人', officerWords(handlersOf(input.officers, facts))),
      wide('告知', `${input.shown ? '已' : '未'}出示行政执法监督证，${input.told ? '已' : '未'}告知权利义务。`),
      wide('询问记录', input.record),
      wide('被询问人签名', input.unsigned === null ? '\n' : `未签名：${input.unsigned}`),
    ],
  });
}

/** DOC-3. */
export function onSiteIssues(s: S, input: In<'check-on-site'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('DOC-3', s, frame, facts, {
    title: '现场监督检查记录',
    rows: [
      wide('被监督单位', nameOf(facts, s.unitId)),
      short('地点', input.place),
      short('时间', `${chineseDay(frame.legalDate)} ${input.time}`),
      wide('监督人员', officerWords(handlersOf(input.officers, facts))),
      wide('出示证件', input.shown ? '已出示行政执法监督证。' : '未出示。'),
      wide('在场人员', input.present),
      wide('检查情况', input.found),
      wide('被监督单位意见', input.remarks),
      wide('在场人员签名', input.unsigned === null ? '\n' : `未签名：${input.unsigned}`),
    ],
  });
}

/** DOC-3 with 当场制止: time, act, demand, response. */
export function stopIssues(s: S, input: In<'stop-unlawful'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('DOC-3', s, frame, facts, {
    title: '现场监督检查记录（当场制止）',
    rows: [
      wide('被监督单位', nameOf(facts, s.unitId)),
      wide('时间', `${chineseDay(frame.legalDate)} ${input.time}`),
      wide('监督人员', officerWords(handlersOf(input.officers, facts))),
      wide('正在实施的违法行为', input.act),
      wide('制止要求', input.demand),
      wide('被监督单位的回应', input.response),
      wide('在场人员签名', '\n'),
    ],
  });
}

/** DOC-3 for an inspection of the unit's own that the bureau joined: who inspected and who supervised, apart. */
export function joinedIssues(s: S, input: In<'join-inspection'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('DOC-3', s, frame, facts, {
    title: '参与执法检查监督记录',
    rows: [
      wide('被监督单位', nameOf(facts, s.unitId)),
      wide('执法检查任务', input.inspection),
      short('地点', input.place),
      short('时间', `${chineseDay(frame.legalDate)} ${input.time}`),
      wide('监督人员', officerWords(handlersOf(input.officers, facts))),
      wide('执法检查的情况', input.found),
      wide('在场人员签名', '\n'),
    ],
  });
}

/** DOC-7. */
export function commissionIssues(s: S, input: In<'commission'>, frame: ActFrame, facts: RegisterFacts, profile: Profile): Issues {
  return letter('DOC-7', s, frame, facts, profile, {
    title: '委托书',
    addressee: input.institute,
    opening: '本机关委托你单位办理下列事项：',
    body: [input.question, `受委托单位资质：${input.qualification}。`, `请于${chineseDay(input.due)}前完成并提交书面报告。`],
  });
}

export function hearingIssues(s: S, input: In<'hearing'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('DOC-7', s, frame, facts, {
    title: `${HEARING_LABELS[input.form]}笔录`,
    rows: [
      wide('被监督单位', nameOf(facts, s.unitId)),
      short('日期', chineseDay(frame.legalDate)),
      short('形式', HEARING_LABELS[input.form]),
      wide('参加人员', input.attended),
      wide('记录', input.record),
    ],
  });
}
