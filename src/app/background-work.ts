import { clearUploads } from '#platform/clear-uploads';
import { clearUnfinished } from '#platform/uploads/clear';
import type { BackgroundWork } from './background.ts';
import { importWork } from './import-work.ts';
import type { Opened } from './opened.ts';
import { effectOf, handlersOf } from './reactions.ts';
import { taskOfGivenUp } from './unfinished-effects.ts';

/** All that this program does in the background. */
export function backgroundWork(opened: Opened & Pick<BackgroundWork, 'refreshLaw'>): BackgroundWork {
  const { platform, blobs, refreshLaw } = opened;
  return {
    ...{ platform, refreshLaw },
    handlers: handlersOf(opened),
    onGivenUp: taskOfGivenUp(platform, effectOf),
    clearing: async () => (await clearUnfinished(platform, blobs.parts)) + (await clearUploads(platform, blobs)),
    longWork: importWork(opened),
    say: (line) => console.error(line),
  };
}
