drop table supervision_document;
