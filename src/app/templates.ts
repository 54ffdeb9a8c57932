import type { Json, OfficialDocument } from '#law';
import { TEMPLATES } from './rooms.ts';

const BY_NAME = new Map(TEMPLATES.map((t) => [`${t.template}@${t.version}`, t]));

/** The document that a template made of these facts; null: no such template in this program. */
export function documentOf(template: string, version: number, facts: Json): OfficialDocument | null {
  return BY_NAME.get(`${template}@${version}`)?.make(facts) ?? null;
}
