drop table law_settlement, law_import_file, law_import_job, law_change, law_import;
