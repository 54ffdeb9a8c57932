import type { LocalDate, MatterKind, StoredAct } from '#law';
import type { Loaded } from '../acts/load.ts';
import { type Client, rows } from '../db.ts';
import type { Session } from '../session.ts';
import { idsIn, namesIn } from './describe.ts';
import { toldFile, toldPaper, visible } from './visible.ts';

/** Names of the units and officers that a page of a matter mentions. */
export type Names = Awaited<ReturnType<typeof namesOf>>;

export async function namesOf(client: Client, session: Session, loaded: Loaded, kind: MatterKind, acts: readonly StoredAct[]) {
  const wanted = namesIn(kind, acts);
  const ids = [
    ...wanted.organisations,
    ...loaded.participants.map((p) => p.organisationId),
    ...loaded.tasks.map((t) => t.organisation_id),
    ...loaded.clocks.map((c) => c.bound_id),
    ...acts.flatMap((a) => (a.frame.actor.organisationId === null ? [] : [a.frame.actor.organisationId])),
  ];
  const organisations = await rows<{ organisation_id: string; name: string }>(
    client,
    'select distinct on (organisation_id) organisation_id, name from organisation_record where organisation_id = any($1::uuid[]) and upper_inf(known) order by organisation_id, upper(valid) desc nulls first',
    [[...new Set(ids)]],
  );
  const officers = await rows<{ id: string; name: string }>(client, 'select id, name from officer where id = any($1::uuid[])', [
    wanted.persons,
  ]);
  const others = idsIn(acts);
  const findings =
    others.length === 0
      ? []
      : await rows<{ id: string; rule_id: string; subject: string }>(
          client,
          `select f.id, f.rule_id, f.subject from finding f where f.id = any($1::uuid[]) and ${visible(session, 'f', 'matter_id')}`,
          [others],
        );
  return {
    organisations: new Map(organisations.map((o) => [o.organisation_id, o.name])),
    officers: new Map(officers.map((o) => [o.id, o.name])),
    findings: new Map(findings.map((f) => [f.id, `${f.rule_id} ${f.subject}`])),
  };
}

export type DocumentRow = {
  id: string;
  kind: string;
  name: string;
  number: string | null;
  state: string;
  issuedOn: LocalDate;
  seq: number;
  verifyCode: string | null;
  digest: string | null;
};
type FileRow = { id: string; name: string; mediaType: string; size: number; seq: number };
type LinkRow = { id: string; kind: string; title: string; status: string; relation: string; mine: boolean };

/** Documents, files and links of a matter, each under row security of its own. */
export async function sideRows(client: Client, session: Session, id: string) {
  const documents = await rows<DocumentRow>(
    client,
    `select d.id, d.kind, d.name, d.number, d.state, d.issued_on as "issuedOn", d.seq, d.verify_code as "verifyCode", f.sha256 as digest
     from document d left join file f on f.id = coalesce(d.sealed_file, d.pdf_file) where d.matter_id = $1 and ${toldPaper(session, 'd')} order by d.seq, d.kind`,
    [id],
  );
  const files = await rows<FileRow>(
    client,
    `select f.id, f.name, f.media_type as "mediaType", f.size, f.seq from file f where f.matter_id = $1 and ${toldFile(session, 'f')} order by f.seq, f.name`,
    [id],
  );
  const links = await rows<LinkRow>(
    client,
    `select m.id, m.kind, m.title, m.status, l.relation, true as mine from matter_link l join matter m on m.id = l.other_id where l.matter_id = $1
     union all select m.id, m.kind, m.title, m.status, l.relation, false from matter_link l join matter m on m.id = l.matter_id where l.other_id = $1`,
    [id],
  );
  return { documents, files, links };
}
