import type { IssuedFact, Need, RegisterFacts } from '#law';
import { type Client, rows } from '../db.ts';
import { isUuid } from '../session.ts';

/** Documents of the matter that an act asks to read, as they were issued; one that is asked for and not there stands as null. */
export async function issuedFacts(
  client: Client,
  matterId: string | null,
  needs: readonly Need[],
): Promise<Pick<RegisterFacts, 'documents'>> {
  const ids = needs.filter((n) => n.register === 'document' && isUuid(n.key)).map((n) => n.key);
  if (!needs.some((n) => n.register === 'document')) return {};
  const found =
    matterId === null || ids.length === 0
      ? []
      : await rows<IssuedFact & { readonly id: string }>(
          client,
          'select id, template, template_version as "templateVersion", facts from document where matter_id = $1 and id = any($2::uuid[])',
          [matterId, ids],
        );
  return { documents: new Map(ids.map((id) => [id, found.find((d) => d.id === id) ?? null])) };
}
