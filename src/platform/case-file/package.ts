import { shanghaiDay } from '#law';
import type { Package } from '../http/send-package.ts';
import { type Archive, aboutOf, CHAIN_FILE } from './archive.ts';
import { bindCaseFile } from './bind.ts';
import { type Choice, contentOf, type Drawing } from './content.ts';
import type { CaseFile } from './papers.ts';

/** The volumes as PDF, every file as it is stored, the chain of acts: what an archived case is kept as. */
export async function packageOf(drawing: Drawing, caseFile: CaseFile, { proof, files }: Archive): Promise<Package> {
  const nowMs = drawing.platform.now();
  const choice: Choice = { shown: 'original', double: false, whole: true, today: shanghaiDay(nowMs) };
  const bound: { path: string; bytes: Buffer }[] = [];
  for (const volume of caseFile.volumes) {
    const { labels, bytes } = await printedFile(drawing, { ...caseFile, volumes: [volume] }, choice);
    bound.push({ path: `案卷（${labels[0] ?? ''}）.pdf`, bytes });
  }
  return {
    name: `${caseFile.title}归档包`,
    matterId: caseFile.matterId,
    files,
    made: [...bound, { path: CHAIN_FILE, bytes: Buffer.from(`${JSON.stringify(proof)}\n`) }],
    about: aboutOf(caseFile, proof.head, nowMs),
  };
}

/** The chosen volumes and papers as one PDF. */
export async function printedFile(drawing: Drawing, caseFile: CaseFile, choice: Choice) {
  const { binding, files } = await contentOf(drawing, caseFile, choice);
  const { bytes } = await bindCaseFile(binding, files);
  return { title: binding.title, labels: binding.volumes.map(({ label }) => label), bytes };
}
