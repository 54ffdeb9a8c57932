drop table assistance;
alter table case_supervision drop constraint case_supervision_source_check;
alter table case_supervision add constraint case_supervision_source_check check (
  source in ('finding','own','check','file-review','filing','complaint','hotline','enterprise','review','media','partner','petition'));
