import {
  ALERT_ANSWER_LABELS,
  type Citation,
  CONDUCT_LABELS,
  EXCLUSION_LABELS,
  FINDING_EVENT_LABELS,
  FINDING_STATUS_LABELS,
  formatCitation,
  GRADE_LABELS,
  type Severity,
} from '#law';
import { type Client, rows } from '../db.ts';
import { visible } from '../matters/visible.ts';
import { isUuid, type Session } from '../session.ts';
import { UNIT_NAME } from './conditions.ts';
import type { FindingEventBody, FindingKey, FindingState, Seen } from './model.ts';
import { NO_FIGURES, type Precision, precisionOf, type RuleFigures, ruleFigures } from './rule-figures.ts';

export type EventView = {
  readonly seq: number;
  readonly type: string;
  readonly label: string;
  readonly at: string;
  /** null: the platform itself. */
  readonly by: string | null;
  readonly words: string | null;
  readonly formerly: Seen | null;
  readonly seen: Seen | null;
};
export type EarlierFinding = {
  readonly id: string;
  readonly subject: string;
  readonly because: string;
  readonly status: FindingState['status'];
  readonly statusName: string;
  readonly openedAt: string;
};
export type FindingView = Awaited<ReturnType<typeof findingView>>;

type Row = FindingKey & FindingState & { readonly subject: string; readonly unit: string | null; readonly label: number };

/** Everything that the page of one finding shows; null when there is none in the reader's sight. */
export async function findingView(client: Client, session: Session, id: string) {
  if (!isUuid(id)) return null;
  const seen = visible(session, 'f', 'matter_id');
  const [f] = await rows<Row>(client, `select f.*, ${UNIT_NAME} as unit from finding f where f.id = $1 and ${seen}`, [id]);
  if (f === undefined) return null;
  const figures = (await ruleFigures(client, session, f.rule_id)).get(f.rule_id) ?? NO_FIGURES;
  return {
    ...head(f),
    facts: f.facts,
    because: f.because,
    asks: f.asks,
    clears: f.clears,
    missing: f.missing,
    lapsed: !f.stands && (f.status === 'taken-up' || f.status === 'established'),
    articles: f.cites.map((cite) => ({ cite, article: formatCitation(cite) })) as { cite: Citation; article: string }[],
    grade: f.grade,
    gradeName: GRADE_LABELS[f.grade],
    duty: f.duty,
    conduct: f.conduct === null ? null : CONDUCT_LABELS[f.conduct],
    answer: f.answer === null ? null : ALERT_ANSWER_LABELS[f.answer],
    exclusion: f.exclusion === null ? null : EXCLUSION_LABELS[f.exclusion],
    links: await linksOf(client, session, f),
    others: await othersOf(client, session, f.others ?? []),
    events: await eventsOf(client, f),
    earlier: f.label === 4 ? [] : await earlierAt(client, session, f),
    figures: { ...figures, ...precisionOf(figures) } as RuleFigures & Precision,
  };
}

function head(f: Row) {
  return {
    id: f.id,
    ruleId: f.rule_id,
    ruleVersion: f.rule_version,
    severity: f.severity as Severity,
    status: f.status,
    statusName: FINDING_STATUS_LABELS[f.status],
    subject: f.subject,
    /** null: the finding is about a unit's year, not about a matter. */
    matterId: f.matter_id === f.organisation_id ? null : f.matter_id,
    organisationId: f.organisation_id,
    organisationName: f.unit ?? '（已撤销的单位）',
    sealed: f.label === 4,
    openedAt: f.opened_at,
    changedAt: f.changed_at,
    settledAt: f.settled_at,
  };
}

/** The alert check and the case that it went into, where the reader may see them. */
async function linksOf(client: Client, session: Session, f: Row): Promise<readonly { id: string; kind: string; title: string }[]> {
  const ids = [f.check_id, f.taken_into].filter((id) => id !== null);
  if (ids.length === 0) return [];
  return rows(client, `select m.id, m.kind, m.title from matter m where m.id = any($1::uuid[]) and ${visible(session, 'm', 'id')}`, [ids]);
}

/** What the doubt rests on besides its own matter: the reader's own sight decides which are named. */
export type Others = {
  readonly seen: readonly { readonly id: string; readonly title: string; readonly unit: string | null }[];
  /** 另一机关的办件 */
  readonly elsewhere: number;
};

async function othersOf(client: Client, session: Session, ids: readonly string[]): Promise<Others> {
  if (ids.length === 0) return { seen: [], elsewhere: 0 };
  const seen = await rows<Others['seen'][number]>(
    client,
    `select m.id, m.title, (select r.name from organisation_today r where r.organisation_id = m.home_id) as unit
     from unnest($1::uuid[]) with ordinality as o(id, n) join matter m on m.id = o.id and ${visible(session, 'm', 'id')} order by o.n`,
    [ids],
  );
  return { seen, elsewhere: ids.length - seen.length };
}

async function earlierAt(client: Client, session: Session, f: Row): Promise<readonly EarlierFinding[]> {
  const found = await rows<Omit<EarlierFinding, 'statusName'>>(
    client,
    `select f.id, f.subject, f.because, f.status, f.opened_at as "openedAt" from finding f
     where f.organisation_id = $1 and f.rule_id = $2 and f.id <> $3 and f.opened_at <= $4 and f.label < 4 and ${visible(session, 'f', 'matter_id')}
     order by f.opened_at desc limit 10`,
    [f.organisation_id, f.rule_id, f.id, f.opened_at],
  );
  return found.map((row) => ({ ...row, statusName: FINDING_STATUS_LABELS[row.status] }));
}

type StoredEvent = {
  seq: number;
  type: keyof typeof FINDING_EVENT_LABELS;
  at: string;
  actor: { name: string } | null;
  body: FindingEventBody | null;
};

async function eventsOf(client: Client, f: Row): Promise<readonly EventView[]> {
  const stored = await rows<StoredEvent>(
    client,
    'select seq, type, at, actor, body from finding_event where city = $1 and cohort = $2 and finding_id = $3 order by seq desc',
    [f.city, f.cohort, f.id],
  );
  return stored.map(({ seq, type, at, actor, body }) => ({
    ...{ seq, type, label: FINDING_EVENT_LABELS[type], at, by: actor?.name ?? null },
    words: body === null ? '（内容已依法删除）' : wordsOf(body),
    formerly: body !== null && 'formerly' in body ? told(body.formerly) : null,
    seen: body !== null && 'seen' in body && body.seen !== null ? told(body.seen) : null,
  }));
}

/** Without the ids of other matters: those are told of the present alone, reader by reader. */
function told({ because, facts, clears }: Seen): Seen {
  return { because, facts, clears };
}

function wordsOf(body: FindingEventBody): string | null {
  switch (body.type) {
    case 'opened':
    case 'reopened':
    case 'cleared':
      return body.by.source;
    case 'changed':
      return body.missing === null ? body.by.source : `${body.by.source}；现在${body.missing}，无法判断`;
    case 'rejudged':
      return `规则第${body.formerVersion}版改为第${body.rule.version}版`;
    case 'excluded':
      return `${EXCLUSION_LABELS[body.reason]}：${body.words}`;
    case 'answered':
      return `${ALERT_ANSWER_LABELS[body.answer]}：${body.words}`;
    case 'confirmed-cleared':
    case 'returned':
      return body.words;
    case 'established':
      return `问题${body.problemId}`;
    case 'sent-down':
    case 'taken-up':
      return null;
  }
}
