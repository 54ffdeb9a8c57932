import { Button } from 'antd';
import type { DocumentInfo, DocumentPages } from '../api/types.ts';
import { useApi } from '../api/use-api.ts';
import { Loaded } from '../layout/states.tsx';
import { usePhone } from '../media.ts';
import { Sheets } from './drawn-pages.tsx';
import { PaperFrame } from './paper-frame.tsx';
import { useReadingReason } from './reading-reason.tsx';

export const DOCUMENT_STATES = {
  rendering: '正在生成版式文件',
  rendered: '已生成',
  sealed: '已用印',
  served: '已送达',
  void: '已作废',
} as const;

/** The document as it will be sealed: 所见即所印. A phone frames no PDF and is shown a picture of its pages. */
export function DocumentPreview({ document }: { document: DocumentInfo }) {
  const phone = usePhone();
  const { closed, withReason } = useReadingReason();
  const pdf = withReason(`/api/documents/${document.id}/pdf`);
  return (
    <figure className="fh-document fh-screen-only">
      <figcaption>
        <span>
          {document.name}
          {document.number === null ? null : `　${document.number}`}
          <span className="fh-quiet">　{DOCUMENT_STATES[document.state]}</span>
        </span>
        <span className="fh-document-actions">
          {closed ? null : <Originals document={document} phone={phone} />}
          {document.verifyCode === null ? null : (
            <span className="fh-verify">
              核验码 <code>{document.verifyCode}</code>
            </span>
          )}
        </span>
      </figcaption>
      {document.digest === null ? null : (
        <p className="fh-hint fh-digest">
          文件摘要（SHA-256{document.state === 'sealed' || document.state === 'served' ? '，用印件' : ''}）：<code>{document.digest}</code>
        </p>
      )}
      {document.state === 'rendering' ? (
        <p className="fh-empty">版式文件正在生成，生成后在此显示。</p>
      ) : phone || closed ? (
        <Picture key={pdf} document={document} />
      ) : (
        <PaperFrame title={`${document.name}预览`} src={`${pdf}#toolbar=0&navpanes=0&view=FitH`} />
      )}
    </figure>
  );
}

function Originals({ document, phone }: { document: DocumentInfo; phone: boolean }) {
  const { withReason } = useReadingReason();
  const at = (as: 'pdf' | 'docx' | 'sealed'): string => withReason(`/api/documents/${document.id}/${as}`);
  return (
    <>
      <Button size="small" href={at('pdf')} target="_blank" rel="noreferrer">
        {phone ? '打开 PDF' : 'PDF'}
      </Button>
      <Button size="small" href={at('docx')}>
        DOCX
      </Button>
      {document.state === 'sealed' || document.state === 'served' ? (
        <Button size="small" href={at('sealed')}>
          用印件
        </Button>
      ) : null}
    </>
  );
}

function Picture({ document }: { document: DocumentInfo }) {
  const { withReason } = useReadingReason();
  const pages = useApi<DocumentPages>(withReason(`/api/documents/${document.id}/pages`), {
    againWhile: ({ noPage }) => noPage !== null && noPage.because !== 'too-long',
  });
  return (
    <Loaded query={pages} what="版面">
      {({ page, noPage, sealed, isMasked }) => (
        <>
          {page === null ? null : <Sheets drawn={page} name={document.name} />}
          {noPage === null || noPage.words === '' ? null : <p className="fh-empty">{noPage.words}</p>}
          {page === null ? null : (
            <p className="fh-hint">
              图样供阅读，以 PDF 文件为准。{isMasked ? '当事人的证件号码、电话和自然人的住址已经隐去。' : ''}
              {sealed === 'by-hand' ? '手工用印的，印章见“用印件”。' : ''}
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}
