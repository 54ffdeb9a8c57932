import { runNextLawImport } from '../../../registers/law-library/actions-import-job.ts';
import { zipOfSamples } from '../laws/sample-zip.ts';
import { LOADED } from '../laws/texts.ts';
import type { Story } from '../town/timeline.ts';
import { CITY } from './letters.ts';

const FIRST = -399;

/** The bureau loads the first texts of law, invented ones; everybody can see the load and its report. */
export const lawsStory: Story = async function* (town) {
  yield town.day(FIRST);
  const contents = { mediaType: 'application/zip', text: await zipOfSamples(LOADED) };
  const file = await town.upload(CITY.drafter, '法规文本（演示）.zip', contents);
  await town.act(CITY.drafter, 'law-import', 'open', null, { file: [file] });
  while (await runNextLawImport(town.opened, () => false));
};
