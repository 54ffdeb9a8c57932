import {
  addDays,
  CERTIFICATE_KIND_LABELS,
  CERTIFICATE_STATUS_LABELS,
  type CertificateKind,
  type CertificateStatus,
  domainsOf,
  type LocalDate,
} from '#law';
import { cellsOf, type Days, overlaps, type RowProblem, revise, type TableRow } from '#registers/loading';
import { againstActs, lineOf } from './load-against-acts.ts';
import type { CertificatePlan, PlannedCertificate, PlannedOfficer, RegisteredCertificate, RegisteredOfficer } from './load-model.ts';
import { toldDays } from './load-told.ts';

export const CERTIFICATE_COLUMNS = {
  number: { title: '证件号', also: ['证号', '证件编号', '执法证号', '监督证号'], required: true },
  kind: { title: '证件类别', also: ['证件种类'], required: true },
  name: { title: '姓名', also: ['持证人'], required: true },
  person: { title: '人员编号', also: ['人员编码'] },
  organisation: { title: '单位', also: ['单位编码', '单位名称', '所在单位'], required: true },
  status: { title: '状态', also: ['证件状态'] },
  domains: { title: '领域', also: ['执法领域'] },
  registered: { title: '审核注册日期', also: ['审核注册', '年审日期', '注册日期'] },
  qualification: { title: '法律职业资格证书号', also: ['法律职业资格', '法律职业资格证号'] },
  reviewing: { title: '从事法制审核日期', also: ['法制审核起始日', '初次从事法制审核日期'] },
  from: { title: '生效日', also: ['发证日期', '生效日期', '起始日期'], required: true },
  through: { title: '有效期至', also: ['失效日', '失效日期', '截止日期', '最后有效日'], required: true },
} as const;
export type CertificateColumn = keyof typeof CERTIFICATE_COLUMNS;

export type CertificateCase = {
  readonly officers: readonly RegisteredOfficer[];
  readonly certificates: readonly RegisteredCertificate[];
  /** The unit behind a code, name or credit code on a day; null: none valid then. */
  readonly unitOf: (written: string, on: LocalDate) => string | null;
  readonly newId: (key: string) => string;
};

type Row = Days & {
  readonly line: number;
  readonly number: string;
  readonly kind: CertificateKind;
  readonly name: string;
  readonly person: string | null;
  readonly organisationId: string;
  readonly status: CertificateStatus;
  readonly domains: readonly string[];
  readonly registeredOn: LocalDate | null;
  readonly legalQualification: string | null;
  readonly reviewsSince: LocalDate | null;
};

/** What a file of certificates would change, or why it cannot (细则 8(5), 16). */
export function planCertificates(rows: readonly TableRow<CertificateColumn>[], c: CertificateCase): CertificatePlan {
  const problems: RowProblem[] = [];
  const read = rows.flatMap((row) => readRow(row, c, problems) ?? []);
  const people = roll(c, problems);
  const groups = new Map<string, Row[]>();
  for (const row of read) {
    const key = `${row.kind} ${row.number}`;
    const list = groups.get(key) ?? [];
    const clash = list.find((other) => overlaps(other, row));
    if (clash !== undefined)
      problems.push({ line: row.line, column: '证件号', value: row.number, reason: `与第${clash.line}行同一证号的有效期重叠` });
    list.push(row);
    groups.set(key, list);
  }
  const registered = byNumber(c.certificates);
  const certificates = [...groups.values()].map((list) => plannedCertificate(list, registered, people));
  if (problems.length === 0) problems.push(...twoBodies(certificates, c), ...againstActs(certificates, registered));
  return { problems: problems.sort((a, b) => a.line - b.line), officers: people.fresh(), certificates };
}

function readRow(row: TableRow<CertificateColumn>, c: CertificateCase, problems: RowProblem[]): Row | null {
  const before = problems.length;
  const cells = cellsOf(CERTIFICATE_COLUMNS, row, problems);
  const number = cells.must('number', 40).normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const kind = cells.must('kind') === '' ? 'enforcement' : cells.label('kind', CERTIFICATE_KIND_LABELS, 'enforcement');
  const name = cells.must('name', 50);
  const unit = cells.must('organisation', 100);
  const status = cells.label('status', CERTIFICATE_STATUS_LABELS, 'valid');
  const from = cells.must('from') === '' ? null : cells.day('from');
  const through = cells.must('through') === '' ? null : cells.day('through');
  if (from !== null && through !== null && through < from) cells.problem('through', `早于生效日${from}`);
  const organisationId = unit === '' || from === null ? null : c.unitOf(unit, from);
  if (unit !== '' && from !== null && organisationId === null) cells.problem('organisation', `名录中${from}没有这个有效单位`);
  if (from === null || through === null || organisationId === null || problems.length > before) return null;
  const domains = domainsOf(cells.text('domains'));
  return {
    line: row.line,
    number,
    kind,
    name,
    person: cells.text('person', 40),
    organisationId,
    status,
    domains,
    registeredOn: cells.day('registered'),
    legalQualification: cells.text('qualification', 60),
    reviewsSince: cells.day('reviewing'),
    from,
    until: addDays(through, 1),
  };
}

type Roll = {
  officerOf(row: Row): string;
  fresh(): readonly PlannedOfficer[];
};

/** Who a row is about: by the person's code, by a certificate number already registered, by name within the unit. */
function roll(c: CertificateCase, problems: RowProblem[]): Roll {
  const fresh = new Map<string, PlannedOfficer>();
  const byId = new Map(c.officers.map((o) => [o.id, o]));
  const byCode = new Map<string, PlannedOfficer>();
  const byName = new Map<string, PlannedOfficer[]>();
  const nameKey = (o: { readonly organisationId: string; readonly name: string }) => `${o.organisationId}/${o.name}`;
  const registered = byNumber(c.certificates);
  function remember(o: PlannedOfficer): void {
    if (o.code !== null && !byCode.has(o.code)) byCode.set(o.code, o);
    const list = byName.get(nameKey(o));
    if (list === undefined) byName.set(nameKey(o), [o]);
    else list.push(o);
  }
  for (const o of c.officers) remember(o);
  function officerOf(row: Row): string {
    const coded = row.person === null ? undefined : byCode.get(row.person);
    if (coded !== undefined) return coded.id;
    const holder = holderOf(row);
    if (holder !== null) return holder;
    const namesakes = (byName.get(nameKey(row)) ?? []).filter((o) => row.person === null || o.code === null);
    if (namesakes.length > 1) problems.push({ line: row.line, column: '姓名', value: row.name, reason: '单位内有同名人员，请填人员编号' });
    const known = namesakes[0];
    const id = known?.id ?? c.newId(row.person ?? `${row.organisationId}/${row.name}`);
    const code = row.person ?? known?.code ?? null;
    if (known === undefined || known.code !== code) {
      const officer = { id, code, name: row.name, organisationId: row.organisationId };
      fresh.set(id, officer);
      remember(officer);
    }
    return id;
  }
  function holderOf(row: Row): string | null {
    const holder = byId.get(registered.get(`${row.kind} ${row.number}`)?.records.at(-1)?.content.officerId ?? '');
    if (holder === undefined) return null;
    if (holder.name !== row.name)
      problems.push({ line: row.line, column: '证件号', value: row.number, reason: `该证号已登记给“${holder.name}”` });
    return holder.id;
  }
  return { officerOf, fresh: () => [...fresh.values()] };
}

function byNumber(certificates: readonly RegisteredCertificate[]): ReadonlyMap<string, RegisteredCertificate> {
  return new Map(certificates.map((r) => [`${r.kind} ${r.number}`, r]));
}

function plannedCertificate(
  list: readonly Row[],
  registered: ReadonlyMap<string, RegisteredCertificate>,
  people: Roll,
): PlannedCertificate {
  const [first] = list;
  const kind = first?.kind ?? 'enforcement';
  const number = first?.number ?? '';
  const before = registered.get(`${kind} ${number}`);
  const records = before?.records ?? [];
  const wanted = list.flatMap((row) => {
    const { organisationId, status, domains } = row;
    const content = { officerId: people.officerOf(row), organisationId, status, domains };
    return toldDays(row, records).map(({ from, until, ...told }) => ({ from, until, content: { ...content, ...told } }));
  });
  const revision = revise(records, wanted);
  const kept = records.filter((r) => !revision.supersede.includes(r.id));
  const rows = list.map(({ line, from, until }) => ({ line, from, until }));
  const byActDays = records.filter((r) => r.byAct);
  return { kind, number, isNew: before === undefined, rows, revision, timeline: [...kept, ...revision.record], byActDays };
}

/** Nobody serves two bodies on one day; a certificate that has been cancelled binds its holder to none. */
function twoBodies(planned: readonly PlannedCertificate[], c: CertificateCase): readonly RowProblem[] {
  const replaced = new Set(planned.map((p) => `${p.kind} ${p.number}`));
  const others = c.certificates.filter((r) => !replaced.has(`${r.kind} ${r.number}`));
  const held = [
    ...planned.flatMap((p) => p.timeline.map((t) => ({ ...t, number: p.number, line: lineOf(p, t) }))),
    ...others.flatMap((r) => r.records.map((t) => ({ ...t, number: r.number, line: null }))),
  ].filter((t) => t.content.status === 'valid' || t.content.status === 'suspended');
  const byOfficer = new Map<string, typeof held>();
  for (const t of held) byOfficer.set(t.content.officerId, [...(byOfficer.get(t.content.officerId) ?? []), t]);
  return [...byOfficer.values()].flatMap((own) =>
    own.flatMap((t, i) => {
      const clash = own.find(
        (o, j) => o.content.organisationId !== t.content.organisationId && overlaps(o, t) && (o.line === null || j < i),
      );
      if (t.line === null || clash === undefined) return [];
      const where = clash.line === null ? '名录' : `第${clash.line}行`;
      return [{ line: t.line, column: '单位', value: t.number, reason: `同一人在${where}的证件${clash.number}于同一日属于另一单位` }];
    }),
  );
}
