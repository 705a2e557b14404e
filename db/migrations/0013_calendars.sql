-- area: people
-- Days on which a school departs from its terms now also say that a closure was not planned, or that the school meets although it
-- is a bank holiday. A check cannot be widened in place on both engines, so the table is made anew.
create table calendar_closure_widened (
    authority_id    text not null references authority (id),
    id              uuid not null,
    organisation_id uuid,
    day             date not null,
    kind            text not null check (kind in ('inset', 'closure', 'unplanned_closure', 'bank_holiday', 'open_on_bank_holiday')),
    name            text not null,
    version         integer not null default 1,
    primary key (authority_id, id)
);
insert into calendar_closure_widened (authority_id, id, organisation_id, day, kind, name)
select authority_id, id, organisation_id, day, kind, name from calendar_closure;
drop table calendar_closure;
alter table calendar_closure_widened rename to calendar_closure;
create index calendar_closure_by_organisation on calendar_closure (authority_id, organisation_id, day);

-- So that whoever corrects a half-term which somebody else corrected meanwhile is told so.
alter table calendar_term add column version integer not null default 1;
