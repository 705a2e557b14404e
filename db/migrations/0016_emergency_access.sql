-- area: pupils
-- A child’s record opened in an emergency by somebody who has no relation to the child: who, why, until when, and what the commissioner
-- who looked at it afterwards found. What was asked for and why is never changed; an early end moves ends_at and says by whom.
create table emergency_access (
    authority_id    text not null,
    id              uuid not null,
    pupil_id        uuid not null,
    user_id         uuid not null,
    organisation_id uuid not null,                  -- where they worked, and in which role, when they opened it: it counts there only
    role            text not null,
    danger          text not null check (danger in ('missing', 'hurt_by_somebody', 'may_hurt_themselves', 'ill_or_injured', 'other')),
    why             text not null check (length(why) >= 9),
    opened_at       bigint not null,
    ends_at         bigint not null check (ends_at >= opened_at),
    ended_by        uuid,                           -- a commissioner, before its time
    review_due      date not null,
    finding         text check (finding in ('right_to_look', 'not_right')),
    review_words    text,
    reviewed_at     bigint,
    reviewed_by     uuid check (reviewed_by <> user_id),
    created_at      bigint not null,
    created_by      uuid,
    version         integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    check ((finding is null) = (reviewed_by is null) and (finding is null) = (reviewed_at is null) and (finding is null) = (review_words is null))
);
create index emergency_access_by_pupil on emergency_access (authority_id, pupil_id, user_id, ends_at);
create index emergency_access_by_opened on emergency_access (authority_id, opened_at);

-- Each time somebody asked for a child in an emergency, whether one was found or not: so many an hour, and no more.
create table emergency_try (
    authority_id    text not null,
    id              uuid not null,
    user_id         uuid not null,
    at              bigint not null,
    primary key (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index emergency_try_by_user on emergency_try (authority_id, user_id, at);

-- area: people
-- An inspector sees the whole authority, so their view always ends. Whoever was let in without a last day has thirty more.
-- engine: sqlite
update membership set to_day = max(from_day, strftime('%Y-%m-%d', 'now', '+30 days')) where role = 'inspector' and to_day is null;
create trigger membership_of_inspector_ends before insert on membership when new.role = 'inspector' and new.to_day is null
begin select raise(abort, 'an inspector’s membership has a last day'); end;
create trigger membership_of_inspector_keeps_its_end before update on membership when new.role = 'inspector' and new.to_day is null
begin select raise(abort, 'an inspector’s membership has a last day'); end;
-- engine: postgres
update membership set to_day = greatest(from_day, current_date + 30) where role = 'inspector' and to_day is null;
alter table membership add constraint membership_of_inspector_ends check (role <> 'inspector' or to_day is not null);
-- engine: both
