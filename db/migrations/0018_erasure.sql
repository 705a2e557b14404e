-- area: platform
-- What an event says can be erased with a child's record, and the chain still holds: the chain covers a salted hash of it. Events
-- recorded before have none; what they say cannot be erased, and the chain covers it as it stands.
alter table event add column details_salt text;
alter table event add column details_hash text;
create index event_by_entity on event (authority_id, entity, sequence);
create index event_by_actor on event (authority_id, actor, sequence);
create index document_by_content on document (authority_id, sha256);

-- engine: sqlite
drop trigger event_refuses_update;
create trigger event_refuses_update before update on event
when old.details_salt is null or new.details_salt is not null or new.before is not null or new.after is not null or new.reason is not null
  or new.authority_id is not old.authority_id or new.sequence is not old.sequence or new.at is not old.at or new.actor is not old.actor
  or new.acting_as is not old.acting_as or new.organisation_id is not old.organisation_id or new.verb is not old.verb
  or new.entity is not old.entity or new.about is not old.about or new.pupil_id is not old.pupil_id or old.pupil_id is null
  or new.from_address is not old.from_address or new.details_hash is not old.details_hash
  or new.previous_hash is not old.previous_hash or new.hash is not old.hash
begin select raise(abort, 'event is append-only'); end;
-- engine: postgres
drop trigger event_refuses_change on event;
create trigger event_refuses_removal before delete on event for each row execute function refuse_change();
create trigger event_refuses_emptying before truncate on event execute function refuse_change();
create function event_lets_details_go() returns trigger language plpgsql as $$
declare
    allowed event := old;
begin
    allowed.before := null;
    allowed.after := null;
    allowed.reason := null;
    allowed.details_salt := null;
    if old.details_salt is null or old.pupil_id is null or new is distinct from allowed then
        raise exception 'event is append-only';
    end if;
    return new;
end
$$;
create trigger event_refuses_other_than_erasure before update on event for each row execute function event_lets_details_go();
-- engine: both

-- area: sharing
-- Who asked for what we hold about a child, what must not be erased yet, and what was erased. No name stands in an erasure: it is what
-- can still be counted.
create table subject_access_request (
    authority_id   text not null,
    id             uuid not null,
    pupil_id       uuid not null,
    asked_by       text not null,                   -- who asked, in words: the child, a parent, a solicitor
    relation       text not null check (relation in ('child', 'parent', 'somebody_for_them')),
    received_on    date not null,
    complex_reason text,                            -- why it needs two months more; empty: it does not
    answered_on    date,
    left_out       text,                            -- what was kept back, and on what ground
    created_at     bigint not null,
    created_by     uuid not null,
    version        integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index subject_access_request_by_pupil on subject_access_request (authority_id, pupil_id);
create index subject_access_request_open on subject_access_request (authority_id, received_on) where answered_on is null;

create table legal_hold (
    authority_id   text not null,
    id             uuid not null,
    pupil_id       uuid not null,
    reason         text not null,
    from_day       date not null,
    ended_on       date,
    ended_reason   text,
    created_at     bigint not null,
    created_by     uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create unique index legal_hold_once on legal_hold (authority_id, pupil_id) where ended_on is null;

create table erasure (
    authority_id   text not null,
    id             uuid not null,
    pupil_id       uuid not null,                   -- of a record that is no more
    ground         text not null check (ground in ('kept_long_enough', 'made_by_mistake')),
    reason         text not null,
    born_year      integer not null,
    placements     integer not null,
    first_year     integer,                         -- the school year the first place began
    erased_at      bigint not null,
    erased_by      uuid not null,
    primary key (authority_id, id)
);

-- While a record is being erased, in that transaction only, the tables that otherwise refuse it let rows of this child go.
create table erasure_under_way (
    authority_id   text not null,
    pupil_id       uuid not null,
    primary key (authority_id, pupil_id)
);

-- engine: sqlite
create trigger erasure_refuses_update before update on erasure begin select raise(abort, 'erasure is append-only'); end;
create trigger erasure_refuses_delete before delete on erasure begin select raise(abort, 'erasure is append-only'); end;
drop trigger decision_refuses_delete;
create trigger decision_refuses_delete before delete on decision
when not exists (select 1 from erasure_under_way w join referral r on r.authority_id = w.authority_id and r.pupil_id = w.pupil_id
                 where r.authority_id = old.authority_id and r.id = old.referral_id)
begin select raise(abort, 'decision is append-only'); end;
drop trigger attendance_mark_refuses_delete;
create trigger attendance_mark_refuses_delete before delete on attendance_mark
when not exists (select 1 from erasure_under_way where authority_id = old.authority_id and pupil_id = old.pupil_id)
begin select raise(abort, 'attendance_mark is append-only'); end;
-- engine: postgres
create trigger erasure_refuses_change before update or delete or truncate on erasure execute function refuse_change();
drop trigger decision_refuses_change on decision;
create trigger decision_refuses_change before update or truncate on decision execute function refuse_change();
create function decision_goes_with_its_child() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from erasure_under_way w join referral r on r.authority_id = w.authority_id and r.pupil_id = w.pupil_id
                   where r.authority_id = old.authority_id and r.id = old.referral_id) then
        raise exception 'decision is append-only';
    end if;
    return old;
end
$$;
create trigger decision_refuses_removal before delete on decision for each row execute function decision_goes_with_its_child();
drop trigger attendance_mark_refuses_change on attendance_mark;
create trigger attendance_mark_refuses_change before update or truncate on attendance_mark execute function refuse_change();
create function attendance_mark_goes_with_its_child() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from erasure_under_way where authority_id = old.authority_id and pupil_id = old.pupil_id) then
        raise exception 'attendance_mark is append-only';
    end if;
    return old;
end
$$;
create trigger attendance_mark_refuses_removal before delete on attendance_mark for each row execute function attendance_mark_goes_with_its_child();
-- engine: both
