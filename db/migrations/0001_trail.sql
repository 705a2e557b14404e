-- area: platform
-- What happened and who looked: the event trail, chained by hashes, and the view log; and the documents people upload.
-- event, view_log and the content of documents are append-only: the database itself refuses to change or remove a row.

-- The end of each authority's chain. Recording an event moves it first, so that two writers wait for each other here.
create table event_head (
    authority_id text not null primary key,
    sequence bigint not null,
    hash text not null
);

create table event (
    authority_id text not null,
    sequence bigint not null,
    at bigint not null,
    actor uuid,
    acting_as text,
    organisation_id uuid,
    verb text not null,
    entity text not null,
    about uuid not null,
    pupil_id uuid,
    before text,
    after text,
    reason text,
    from_address text,
    previous_hash text not null,
    hash text not null,
    primary key (authority_id, sequence)
);
create index event_by_pupil on event (authority_id, pupil_id, sequence);
create index event_by_record on event (authority_id, about, sequence);
create index event_by_time on event (authority_id, at);

create table view_log (
    authority_id text not null,
    id uuid not null,
    at bigint not null,
    actor uuid,
    acting_as text,
    organisation_id uuid,
    pupil_id uuid not null,
    what text not null,
    from_address text,
    primary key (authority_id, id)
);
create index view_log_by_pupil on view_log (authority_id, pupil_id, at);
create index view_log_by_actor on view_log (authority_id, actor, at);

-- Bytes are kept once for each authority, under their SHA-256, however often and under whatever name they arrive.
create table document_content (
    authority_id text not null,
    sha256 text not null,
    bytes bytea not null,
    primary key (authority_id, sha256)
);

create table document (
    authority_id text not null,
    id uuid not null,
    sha256 text not null,
    name text not null,
    kind text not null,
    type text not null,
    size bigint not null,
    entity text not null,
    about uuid not null,
    pupil_id uuid,
    uploaded_at bigint not null,
    uploaded_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, sha256) references document_content (authority_id, sha256)
);
create index document_by_record on document (authority_id, about, uploaded_at);
create index document_by_pupil on document (authority_id, pupil_id, uploaded_at);

-- A table that must never change gets the triggers below, under its own name.
-- engine: sqlite
create trigger event_refuses_update before update on event begin select raise(abort, 'event is append-only'); end;
create trigger event_refuses_delete before delete on event begin select raise(abort, 'event is append-only'); end;
create trigger view_log_refuses_update before update on view_log begin select raise(abort, 'view_log is append-only'); end;
create trigger view_log_refuses_delete before delete on view_log begin select raise(abort, 'view_log is append-only'); end;
create trigger document_content_refuses_update before update on document_content begin select raise(abort, 'document_content is append-only'); end;
create trigger event_head_refuses_delete before delete on event_head begin select raise(abort, 'event_head is append-only'); end;
create trigger event_head_refuses_other_than_next before update on event_head
when new.authority_id <> old.authority_id or new.sequence <> old.sequence + 1
begin select raise(abort, 'event_head moves one event at a time'); end;
-- engine: postgres
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;
create trigger event_refuses_change before update or delete or truncate on event execute function refuse_change();
create trigger view_log_refuses_change before update or delete or truncate on view_log execute function refuse_change();
create trigger document_content_refuses_change before update on document_content execute function refuse_change();
create trigger event_head_refuses_delete before delete or truncate on event_head execute function refuse_change();
create function event_head_moves_one_event() returns trigger language plpgsql as $$
begin
    if new.authority_id <> old.authority_id or new.sequence <> old.sequence + 1 then
        raise exception 'event_head moves one event at a time';
    end if;
    return new;
end
$$;
create trigger event_head_refuses_other_than_next before update on event_head
for each row execute function event_head_moves_one_event();
-- engine: both
