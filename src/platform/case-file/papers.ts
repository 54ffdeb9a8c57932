import {
  type BaseState,
  bound,
  type CaseFilePlan,
  type CasePaper,
  EVIDENCE_LIST,
  isAskedOn,
  type Json,
  type LocalDate,
  type OfficialDocument,
  ONE_VOLUME,
  shanghaiDay,
  sheetTemplate,
  type Volume,
} from '#law';
import { cohortOf } from '../acts/ids.ts';
import type { Platform } from '../acts/platform.ts';
import { type Client, rows } from '../db.ts';
import { toldFile, toldPaper, visible } from '../matters/visible.ts';
import { asksReason, isCovered, isRetracted } from '../parties/numbers.ts';
import { isUuid, type Session } from '../session.ts';

/** From what a document was printed: drawn anew for whoever may not open what was issued. */
export type DrawnFrom = {
  readonly template: string;
  readonly templateVersion: number;
  readonly facts: Json;
  readonly verifyCode: string | null;
  readonly sealed: 'electronically' | 'by-hand' | null;
};
/** The bytes of a paper; null while a document is still being made. */
export type PaperFile = { readonly sha256: string; readonly size: number; readonly mediaType: string };
export type Paper = CasePaper & {
  readonly id: string;
  readonly on: LocalDate | null;
  readonly isVoid: boolean;
  readonly file: PaperFile | null;
  /** What the file itself prints, stored nowhere. */
  readonly made: OfficialDocument | null;
  /** A copy in which what is nobody's business is covered: bound for every reader. */
  readonly isCovered?: true;
  /** null: a file that somebody attached. */
  readonly drawnFrom: DrawnFrom | null;
};

export type CaseFile = {
  readonly matterId: string;
  readonly plan: CaseFilePlan<BaseState>;
  readonly state: BaseState;
  readonly title: string;
  readonly organ: string;
  readonly label: number;
  /** The reader has to say for what the originals are wanted. */
  readonly asksReason: boolean;
  readonly isArchived: boolean;
  /** Not parted into 正卷 and 副卷. */
  readonly isOne: boolean;
  readonly volumes: readonly { readonly volume: Volume; readonly papers: readonly Paper[] }[];
};

type MatterRow = {
  city: number;
  closed_on: LocalDate | null;
  kind: string;
  state: BaseState;
  title: string;
  label: number;
  organ: string;
  asks_reason: boolean;
};

/** The papers of a case that the reader is told of, as they are bound; null where there is no such case in the reader's sight. */
export async function caseFileOf(
  client: Client,
  session: Session,
  { kinds, law, now }: Pick<Platform, 'kinds' | 'law' | 'now'>,
  matterId: string,
): Promise<CaseFile | null> {
  if (!isUuid(matterId)) return null;
  const [matter] = await rows<MatterRow>(
    client,
    `select m.city, m.closed_on, m.kind, m.state, m.title, m.label, ${asksReason(session, kinds, 'm')} as asks_reason,
       (select r.name from organisation_record r where r.organisation_id = m.home_id and upper_inf(r.known) order by upper(r.valid) desc nulls first limit 1) as organ
     from matter m where m.id = $1 and m.cohort = $2 and ${visible(session, 'm', 'id')}`,
    [matterId, cohortOf(matterId)],
  );
  const kind = kinds.get(matter?.kind ?? '');
  if (matter === undefined || kind?.caseFile === undefined) return null;
  const plan = kind.caseFile;
  const papers = [
    ...evidenceList(plan, matter),
    ...(await documentsOf(client, session, matterId)),
    ...(await filesOf(client, session, kinds, matterId)),
  ];
  const { state, title, organ, label } = matter;
  const profile = law().currentProfile(matter.city);
  const isOne = profile !== null && isAskedOn(profile, ONE_VOLUME, shanghaiDay(now()));
  return {
    matterId,
    plan,
    state,
    title,
    organ,
    label,
    asksReason: matter.asks_reason,
    isArchived: matter.closed_on !== null,
    isOne,
    volumes: bound(plan, papers, isOne),
  };
}

const EVIDENCE = sheetTemplate(EVIDENCE_LIST, (title) => (title === '序号' ? 8 : 30));

/** 证据目录 as the file itself prints it, on the day of the latest piece. */
function evidenceList(plan: CaseFilePlan<BaseState>, { state, organ }: MatterRow): readonly Paper[] {
  const list = plan.evidence(state);
  if (list === null) return [];
  const demonstration = organ.includes('（演示）');
  const facts = { issuer: organ, title: EVIDENCE_LIST, number: null, rows: [], list, opinions: [], on: null, demonstration };
  const paper = {
    of: 'document',
    id: EVIDENCE_LIST,
    kind: EVIDENCE_LIST,
    name: EVIDENCE_LIST,
    number: null,
    seq: 0,
    inside: false,
  } as const;
  return [{ ...paper, on: null, isVoid: false, file: null, made: EVIDENCE.make(facts), drawnFrom: null }];
}

type DocumentRow = {
  id: string;
  kind: string;
  name: string;
  number: string | null;
  seq: number;
  inside: boolean;
  state: string;
  issued_on: LocalDate;
  template: string;
  template_version: number;
  facts: Json;
  verify_code: string | null;
  sealed: 'electronically' | 'by-hand' | null;
  sha256: string | null;
  size: number | null;
  media_type: string | null;
};

/** The platform seals with a file of its own, people with a scan that they upload. */
export const SEALED = `case when s.id is null then null when s.uploaded_by is null then 'electronically' else 'by-hand' end`;

async function documentsOf(client: Client, session: Session, matterId: string): Promise<readonly Paper[]> {
  const found = await rows<DocumentRow>(
    client,
    `select d.id, d.kind, d.name, d.number, d.seq, d.inside, d.state, d.issued_on, d.template, d.template_version, d.facts, d.verify_code,
       ${SEALED} as sealed, f.sha256, f.size, f.media_type
     from document d left join file f on f.id = coalesce(d.sealed_file, d.pdf_file) left join file s on s.id = d.sealed_file
     where d.matter_id = $1 and ${toldPaper(session, 'd')} order by d.seq, d.id`,
    [matterId],
  );
  return found.map((d) => ({
    of: 'document',
    ...{ id: d.id, kind: d.kind, name: d.name, number: d.number, seq: d.seq, inside: d.inside },
    on: d.issued_on,
    isVoid: d.state === 'void',
    file: d.sha256 === null ? null : { sha256: d.sha256, size: d.size ?? 0, mediaType: d.media_type ?? '' },
    made: null,
    drawnFrom: {
      ...{ template: d.template, templateVersion: d.template_version, facts: d.facts },
      ...{ verifyCode: d.verify_code, sealed: d.sealed },
    },
  }));
}

type FileRow = {
  id: string;
  name: string;
  media_type: string;
  sha256: string;
  size: number;
  seq: number;
  inside: boolean;
  type: string;
  legal_date: LocalDate;
  is_retracted: boolean;
  is_covered: boolean;
};

async function filesOf(client: Client, session: Session, kinds: Platform['kinds'], matterId: string): Promise<readonly Paper[]> {
  const cohort = cohortOf(matterId);
  const found = await rows<FileRow>(
    client,
    `select f.id, f.name, f.media_type, f.sha256, f.size, f.seq, f.inside, a.type, a.legal_date,
       ${isRetracted('f')} as is_retracted, ${isCovered(kinds, 'f')} as is_covered
     from file f join act a on a.matter_id = f.matter_id and a.cohort = $2 and a.seq = f.seq
     where f.matter_id = $1 and not is_of_document(f.id, f.matter_id) and ${toldFile(session, 'f')} order by f.seq, f.name, f.id`,
    [matterId, cohort],
  );
  return found.map((f) => ({
    of: 'file',
    ...{ id: f.id, kind: f.type, name: f.name, number: null, seq: f.seq, inside: f.inside, on: f.legal_date },
    isVoid: f.is_retracted,
    ...(f.is_covered ? { isCovered: true as const } : {}),
    file: { sha256: f.sha256, size: f.size, mediaType: f.media_type },
    made: null,
    drawnFrom: null,
  }));
}
