drop table normative_document;
drop table normative_filing;
