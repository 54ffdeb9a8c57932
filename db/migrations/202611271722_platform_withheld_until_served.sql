-- Platform: a numbered letter to somebody who reads its matter already is told to nobody but its issuer until it has been
-- served: an opinion on a filing stood open to the organ that it is about from its signing (细则 18). Serving lifts the mark.
alter table document add column withheld boolean not null default false,
  add constraint document_withheld_is_served check (not withheld or number is not null);
-- Letters signed before this step: 审查意见书 and 准予备案通知书 of both filings, and the decision on what was not handled in time.
set local role app_system;
update document set withheld = true where number is not null and kind in ('DOC-10', 'DOC-27', 'DOC-27-备案', 'DOC-28-审查意见书');
reset role;

create policy withheld_until_served on document as restrictive for select to app_rt using (
  not withheld or state = 'served'
  or issuer_id = (select app_uuid('app.organisation'))
  or exists (select 1 from organisation o where o.id = document.issuer_id and (
    o.region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
    or o.line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi'))))
  or exists (select 1 from access_grant g where g.matter_id = document.matter_id and g.account_id = (select app_uuid('app.account'))
    and g.held @> (select app_now())));

-- What a paper was printed to, and the scan of one sealed by hand, follow the paper, inside or not; what was attached inside
-- follows the home, as before.
drop policy inside_only on file;
create policy inside_only on file as restrictive for select to app_rt using (
  matter_id is null
  or (not is_of_document(file.id, file.matter_id) and (not inside or exists (select 1 from matter m where m.id = file.matter_id and (
    m.region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
    or m.line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi'))))))
  or exists (select 1 from document d where d.matter_id = file.matter_id and file.id in (d.pdf_file, d.docx_file, d.sealed_file))
  or exists (select 1 from access_grant g where g.matter_id = file.matter_id and g.account_id = (select app_uuid('app.account'))
    and g.held @> (select app_now())));
