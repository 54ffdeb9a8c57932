-- public portal: whether a paper in somebody's hand is one of ours. The portal runs as app_public, which has no right on
-- any table: it can ask this one question and learn these few words, whatever the program above it does wrong.
do $$
begin
  if not exists (select from pg_roles where rolname = 'app_public') then
    begin
      create role app_public nologin nosuperuser nobypassrls;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception '登录账号无权创建角色 app_public，请由数据库管理员执行：create role app_public nologin; grant app_public to %;', current_user;
    end;
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    begin
      execute format('grant app_public to %I', current_user);
    exception when insufficient_privilege then
      if not pg_has_role(current_user, 'app_public', 'member') then
        raise exception '登录账号不能切换为 app_public，请由数据库管理员执行：grant app_public to %;', current_user;
      end if;
    end;
  end if;
end
$$;
grant usage on schema public to app_public;

-- 文号 as people type them: widths, brackets, hyphens, spaces and the words 第 and 号 carry no meaning.
create function document_number_key(written text) returns text language sql immutable strict set search_path = pg_catalog, pg_temp as
  $$ select upper(translate(normalize(written, NFKC), '〔〕[]【】()〖〗「」『』〈〉《》<>{}第号-‐‑–—_ ' || chr(9) || chr(10) || chr(13), '')) $$;

-- One row for a document of ours that the public may ask about, none for everything else: an unknown code, a number that
-- belongs to another document, a paper without public verification, a restricted one (敏感, 密封), one not sealed yet.
-- A number or a digest that is not given (null) is not compared.
create function public_verification(asked_code text, asked_number text, asked_digest text)
returns table (issuer text, kind text, issued_on date, is_void boolean, is_demonstration boolean, file_matches boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.name, d.name, d.issued_on, d.state = 'void',
    coalesce(r.demonstration, false) or coalesce(d.facts ->> 'demonstration' = 'true', false),
    case when asked_digest is null then null
      else exists (select from file f where f.id in (d.pdf_file, d.docx_file, d.sealed_file) and f.sha256 = asked_digest) end
  from document d
  left join organisation_record r on r.organisation_id = d.issuer_id and r.valid @> d.issued_on and upper_inf(r.known)
  where d.verify_code = asked_code
    and (asked_number is null or document_number_key(d.number) = document_number_key(asked_number))
    and d.publicly_verifiable and d.label <= 2 and d.state in ('sealed', 'served', 'void')
$$;
revoke execute on function public_verification(text, text, text) from public;
grant create on schema public to app_system;
alter function public_verification(text, text, text) owner to app_system;
revoke create on schema public from app_system;
grant execute on function public_verification(text, text, text) to app_public;
