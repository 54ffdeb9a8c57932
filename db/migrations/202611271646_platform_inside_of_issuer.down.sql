drop policy inside_only on file;
create policy inside_only on file as restrictive for select to app_rt using (
  not inside
  or exists (select 1 from matter m where m.id = file.matter_id and (
    m.region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
    or m.line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi'))))
  or exists (select 1 from access_grant g where g.matter_id = file.matter_id and g.account_id = (select app_uuid('app.account')) and g.held @> now()));
drop function is_of_document(uuid, uuid);
drop policy inside_only on document;
create policy inside_only on document as restrictive for select to app_rt using (
  not inside
  or region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
  or line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi'))
  or exists (select 1 from access_grant g where g.matter_id = document.matter_id and g.account_id = (select app_uuid('app.account')) and g.held @> now()));
