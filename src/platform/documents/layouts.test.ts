import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '#platform/package-root';
import { closeRenderers, renderPdf } from './index.ts';
import { approvalForm, opinionWithProblems } from './samples.test-data.ts';

const FOLDER = join(packageRoot(), 'src', 'platform', 'documents', 'typst');

/**
 * What a release has laid out is laid out alike for ever: a document signed before an update is sealed after it, and a
 * recorded one is drawn again for a screen. A change of the look is a new folder, and new versions of the templates that
 * ask for it (`layoutVersion`). Layout 1 may be written anew, and this digest with it, until 0.1.0 is released.
 */
const RELEASED: Readonly<Record<string, string>> = {
  '1': '23f9ea1eb2cf0b60dff563656bf43cd77ca74cbeb0dcc1b6d8b8905d0678821d',
};

function digestOf(version: string): string {
  const sha256 = createHash('sha256');
  for (const name of readdirSync(join(FOLDER, version)).sort())
    sha256.update(`${name}\n${readFileSync(join(FOLDER, version, name), 'utf8')}\n`);
  return sha256.digest('hex');
}

afterAll(closeRenderers);

describe('文书的版式文件', () => {
  it('每一版都登记在册；已发布的一版一字不改，要改就另立一版', () => {
    const versions = readdirSync(FOLDER).sort();
    expect(versions).toEqual(Object.keys(RELEASED));
    expect(Object.fromEntries(versions.map((version) => [version, digestOf(version)]))).toEqual(RELEASED);
  });

  it('文书写明哪一版就用哪一版；没有的一版报错，不以别的版式代替', async () => {
    for (const sample of [opinionWithProblems, approvalForm]) {
      const plain = await renderPdf(sample);
      expect((await renderPdf({ ...sample, layoutVersion: 1 })).pdf.equals(plain.pdf)).toBe(true);
      await expect(renderPdf({ ...sample, layoutVersion: 99 })).rejects.toThrow();
    }
  });
});
