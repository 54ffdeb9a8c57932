import { formatCitation, type GivenNumber, type Refusal, refuse } from '#law';
import type { Client } from '../db.ts';
import { takeNumber, type Working } from './append.ts';
import type { Job } from './job.ts';

export type Numbered = { readonly number: GivenNumber; readonly issuerId: string; readonly series: string };

/** The number that an act gives, taken from its counter; null: it gives none. */
export async function numberFor(client: Client, job: Job, w: Working): Promise<Numbered | Refusal | null> {
  const wanted = job.row.number?.(w.state, job.input as never) ?? null;
  if (wanted === null) return null;
  const issuer = w.loaded.facts.organisations.get(wanted.issuerId);
  if (issuer === undefined || issuer.documentPrefix === null) {
    return refuse('no-series', job.row.cite, `发文机关未登记机关代字，不能编号（依据${formatCitation(job.row.cite)}）`);
  }
  return {
    number: await takeNumber(client, w.city, issuer, wanted.series, job.legalDate),
    issuerId: wanted.issuerId,
    series: wanted.series,
  };
}
