-- area: attendance
-- Sums that pages show, so that what a page costs follows its cells and not how many marks there are. Each mark moves four of them in its own
-- transaction (attendance/rules/kept_totals.hpp says which): its school year by year group over all settings; its week by year group, over all
-- settings and at its own; its month at its setting over all year groups. attendance::recount_totals says where they differ from the marks.
create table attendance_total (
    authority_id    text not null,
    span            text not null,                  -- year, week or month
    organisation_id uuid not null,                  -- the setting; all zeros: all settings together
    from_day        date not null,                  -- the first day of the span: of a week its Monday, or the 1 September within it
    year_group      integer not null,               -- by age, 0 for Reception; 1000: all year groups together
    code            text not null,
    sessions        integer not null,
    primary key (authority_id, span, organisation_id, from_day, year_group, code)
-- engine: sqlite
) without rowid;
-- engine: postgres
);
-- engine: both

-- The marks that stand, in sums by day and setting, from which all four are added up.
create table attendance_total_of_day (authority_id text, organisation_id uuid, day date, year_from date, week_from date, month_from date, year_group integer, code text, sessions integer);
-- engine: sqlite
insert into attendance_total_of_day
select d.authority_id, d.organisation_id, d.day, d.year_from, max(d.year_from, strftime('%Y-%m-%d', d.day, '-' || ((cast(strftime('%w', d.day) as integer) + 6) % 7) || ' days')),
       substr(d.day, 1, 7) || '-01', cast(substr(d.year_from, 1, 4) as integer) - d.born_in - 5, d.code, d.sessions
from (select m.authority_id, m.organisation_id, m.day, (cast(substr(m.day, 1, 4) as integer) - case when substr(m.day, 6, 2) < '09' then 1 else 0 end) || '-09-01' as year_from,
             cast(substr(p.born, 1, 4) as integer) - case when substr(p.born, 6, 2) < '09' then 1 else 0 end as born_in, m.code, count(*) as sessions
      from expected_session e
      join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
           and m.revision = e.standing_revision
      join pupil p on p.authority_id = e.authority_id and p.id = e.pupil_id
      group by m.authority_id, m.organisation_id, m.day, born_in, m.code) d;
-- engine: postgres
insert into attendance_total_of_day
select d.authority_id, d.organisation_id, d.day, d.year_from, greatest(d.year_from, cast(date_trunc('week', d.day) as date)), cast(date_trunc('month', d.day) as date),
       cast(extract(year from d.year_from) as integer) - d.born_in - 5, d.code, d.sessions
from (select m.authority_id, m.organisation_id, m.day,
             make_date(cast(extract(year from m.day) as integer) - case when extract(month from m.day) < 9 then 1 else 0 end, 9, 1) as year_from,
             cast(extract(year from p.born) as integer) - case when extract(month from p.born) < 9 then 1 else 0 end as born_in, m.code, count(*) as sessions
      from expected_session e
      join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
           and m.revision = e.standing_revision
      join pupil p on p.authority_id = e.authority_id and p.id = e.pupil_id
      group by m.authority_id, m.organisation_id, m.day, born_in, m.code) d;
-- engine: both
insert into attendance_total (authority_id, span, organisation_id, from_day, year_group, code, sessions)
select d.authority_id, 'year', cast('00000000-0000-0000-0000-000000000000' as uuid), d.year_from, d.year_group, d.code, sum(d.sessions)
from attendance_total_of_day d
group by d.authority_id, d.year_from, d.year_group, d.code;
insert into attendance_total (authority_id, span, organisation_id, from_day, year_group, code, sessions)
select d.authority_id, 'week', cast('00000000-0000-0000-0000-000000000000' as uuid), d.week_from, d.year_group, d.code, sum(d.sessions)
from attendance_total_of_day d
group by d.authority_id, d.week_from, d.year_group, d.code;
insert into attendance_total (authority_id, span, organisation_id, from_day, year_group, code, sessions)
select d.authority_id, 'week', d.organisation_id, d.week_from, d.year_group, d.code, sum(d.sessions)
from attendance_total_of_day d
group by d.authority_id, d.organisation_id, d.week_from, d.year_group, d.code;
insert into attendance_total (authority_id, span, organisation_id, from_day, year_group, code, sessions)
select d.authority_id, 'month', d.organisation_id, d.month_from, 1000, d.code, sum(d.sessions)
from attendance_total_of_day d
group by d.authority_id, d.organisation_id, d.month_from, d.code;
drop table attendance_total_of_day;
