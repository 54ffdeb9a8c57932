import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '#platform/package-root';

const PLACES = [process.env['LAW_TEXTS'], join(packageRoot(), '..', 'shared', 'data', 'laws')];

/** The folder of real law texts where a developer has one; null elsewhere. Texts are never shipped. */
export function lawTextsFolder(): string | null {
  return PLACES.find((place) => place !== undefined && existsSync(place)) ?? null;
}
