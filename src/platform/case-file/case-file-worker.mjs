// Plain JavaScript: a worker thread is started by Node itself, whatever has loaded the rest of the program.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const { folder, fontFolders } = workerData;
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontFolders }] });
const main = join(folder, 'case-file.typ');
const input = join(folder, 'input.json');
const probe = join(folder, 'probe.typ');

const isDrawn = (source) => {
  compiler.mapShadow(probe, Buffer.from(source));
  return !compiler.compile({ mainFilePath: probe }).hasError();
};

// The renderer itself says what it can draw: a file is never trusted for what its name claims.
function pagesOf(name, as) {
  if (as === 'image') return isDrawn(`#image("${name}")`) ? 1 : 0;
  const has = (page) => isDrawn(`#image("${name}", page: ${page})`);
  if (!has(1)) return 0;
  let [known, beyond] = [1, 2];
  while (has(beyond)) [known, beyond] = [beyond, beyond * 2];
  while (beyond - known > 1) {
    const middle = Math.floor((known + beyond) / 2);
    if (has(middle)) known = middle;
    else beyond = middle;
  }
  return known;
}

function compile(json) {
  compiler.mapShadow(input, Buffer.from(JSON.stringify(json)));
  const compiled = compiler.compile({ mainFilePath: main });
  if (compiled.result === null || compiled.hasError())
    throw new Error(`typst: ${JSON.stringify(compiled.takeError()?.shortDiagnostics ?? 'no document')}`);
  return { made: compiler.pdf(compiled.result, { pdfStandard: '1.7' }), pages: compiled.result.numOfPages };
}

const UNREADABLE = '文件打不开或者已加密';

function bind({ json, files }) {
  const content = JSON.parse(json);
  const papers = content.volumes.flatMap((volume) => volume.papers);
  for (const paper of papers) {
    paper.pages = 0;
    if (paper.from === null) continue;
    paper.file = `in-${paper.from}.${paper.as === 'image' ? paper.ending : 'pdf'}`;
    compiler.mapShadow(join(folder, paper.file), Buffer.from(files[paper.from]));
    paper.pages = pagesOf(paper.file, paper.as);
    if (paper.pages === 0) paper.apart = UNREADABLE;
  }
  try {
    return compile(content);
  } catch (error) {
    // A file of somebody else's making may open and yet not be carried over; what the platform made always can.
    if (papers.every((paper) => paper.isOurs || paper.pages === 0)) throw error;
    for (const paper of papers.filter((one) => !one.isOurs)) Object.assign(paper, { pages: 0, apart: UNREADABLE });
    return compile(content);
  }
}

parentPort.on('message', ({ id, ...asked }) => {
  try {
    const { made, pages } = bind(asked);
    const bytes = Uint8Array.from(made);
    parentPort.postMessage({ id, bytes, pages }, [bytes.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, failed: error instanceof Error ? error.message : JSON.stringify(error?.shortDiagnostics ?? error) });
  } finally {
    compiler.resetShadow();
    compiler.evictCache(0);
  }
});
