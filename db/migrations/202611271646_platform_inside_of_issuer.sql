-- Platform: an internal paper is for those whose own range covers the organ that issued it. That was the matter's home in
-- every kind until filings of major penalties came, where the organ reviewed is the home and the reviewer issues: the
-- approval slip of its opinion stood open to the organ and was closed to the reviewer (细则 18).
drop policy inside_only on document;
create policy inside_only on document as restrictive for select to app_rt using (
  not inside
  or issuer_id = (select app_uuid('app.organisation'))
  or exists (select 1 from organisation o where o.id = document.issuer_id and (
    o.region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
    or o.line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi'))))
  or exists (select 1 from access_grant g where g.matter_id = document.matter_id and g.account_id = (select app_uuid('app.account')) and g.held @> now()));

-- Whether a file is that of a paper, whoever asks; who sees the paper is asked of the paper itself.
create function is_of_document(file_id uuid, of_matter uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from document d where d.matter_id = of_matter and file_id in (d.pdf_file, d.docx_file, d.sealed_file))
$$;
grant create on schema public to app_system;
alter function is_of_document(uuid, uuid) owner to app_system;
revoke create on schema public from app_system;
revoke execute on function is_of_document(uuid, uuid) from public;
grant execute on function is_of_document(uuid, uuid) to app_rt;

-- What a paper was printed to follows the paper; what was attached inside follows the home, as before.
drop policy inside_only on file;
create policy inside_only on file as restrictive for select to app_rt using (
  not inside
  or exists (select 1 from document d where d.matter_id = file.matter_id and file.id in (d.pdf_file, d.docx_file, d.sealed_file))
  or (not is_of_document(file.id, file.matter_id) and exists (select 1 from matter m where m.id = file.matter_id and (
    m.region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
    or m.line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi')))))
  or exists (select 1 from access_grant g where g.matter_id = file.matter_id and g.account_id = (select app_uuid('app.account')) and g.held @> now()));
