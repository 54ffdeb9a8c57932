drop policy inside_only on file;
create policy inside_only on file as restrictive for select to app_rt using (
  not inside
  or exists (select 1 from document d where d.matter_id = file.matter_id and file.id in (d.pdf_file, d.docx_file, d.sealed_file))
  or (not is_of_document(file.id, file.matter_id) and exists (select 1 from matter m where m.id = file.matter_id and (
    m.region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
    or m.line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi')))))
  or exists (select 1 from access_grant g where g.matter_id = file.matter_id and g.account_id = (select app_uuid('app.account'))
    and g.held @> (select app_now())));
drop policy withheld_until_served on document;
alter table document drop column withheld;
