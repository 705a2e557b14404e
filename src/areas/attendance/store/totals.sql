-- Kept totals: sums by year group, week and setting that each mark moves, and the same sums over the children somebody may see.

-- fragment: born_in
-- The school year in which the child was born, by the year in which that began: a date's parts are cut from its text, which is the
-- same on both engines. What vocabulary/school_year says; a test holds the two together.
cast(substr(cast(p.born as text), 1, 4) as integer) - case when substr(cast(p.born as text), 6, 2) < '09' then 1 else 0 end

-- name: move_totals
-- The four cells of attendance/rules/kept_totals move by so many marks of one code on one day.
insert into attendance_total (authority_id, span, organisation_id, from_day, year_group, code, sessions)
select child.authority_id, cell.span, cell.organisation_id, cell.from_day, case when cell.span = 'month' then cast(:all_year_groups as integer) else child.year_group end,
       cast(:code as text), cast(:sessions as integer)
from (select p.authority_id, cast(:school_year as integer) - 5 - (
-- include: attendance/store/totals.sql#born_in
      ) as year_group
      from pupil p where p.authority_id = :authority and p.id = :pupil) child
cross join (select 'year' as span, cast(:all_settings as uuid) as organisation_id, cast(:year_from as date) as from_day
            union all select 'week', cast(:all_settings as uuid), cast(:week_from as date)
            union all select 'week', cast(:setting as uuid), cast(:week_from as date)
            union all select 'month', cast(:setting as uuid), cast(:month_from as date)) cell
where true
on conflict (authority_id, span, organisation_id, from_day, year_group, code) do update set sessions = attendance_total.sessions + excluded.sessions;

-- name: standing_days_of_pupil
-- How often each code stands for one child on a day at a setting: what the child has in the totals.
select m.organisation_id, m.day, m.code, count(*) as sessions
from expected_session e
cross join attendance_mark m
where e.authority_id = :authority and e.pupil_id = :pupil
  and m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session and m.revision = e.standing_revision
group by m.organisation_id, m.day, m.code
order by m.day, m.organisation_id, m.code;

-- name: kept_year_by_group
-- A school year over all settings.
select t.year_group, t.code, t.sessions
from attendance_total t
where t.authority_id = :authority and t.span = 'year' and t.organisation_id = :all_settings and t.from_day = :year_from and t.sessions <> 0
order by t.year_group, t.code;

-- name: kept_year_by_group_at_setting
select t.year_group, t.code, sum(t.sessions) as sessions
from attendance_total t
where t.authority_id = :authority and t.span = 'week' and t.organisation_id = :setting and t.from_day >= :year_from and t.from_day <= :year_to
  and t.sessions <> 0
group by t.year_group, t.code
order by t.year_group, t.code;

-- name: kept_weeks
-- The weeks of a school year, at one setting or over all, of some year groups.
select t.from_day, t.code, sum(t.sessions) as sessions
from attendance_total t
where t.authority_id = :authority and t.span = 'week' and t.organisation_id = :setting and t.from_day >= :year_from and t.from_day <= :year_to
  and t.year_group >= :first_group and t.year_group <= :last_group and t.sessions <> 0
group by t.from_day, t.code
order by t.from_day, t.code;

-- name: not_taken
-- Sessions nobody has marked, by day and year group.
select u.day, u.year_group, count(*) as sessions
from (select e.day, cast(:school_year as integer) - 5 - (
-- include: attendance/store/totals.sql#born_in
      ) as year_group
      from expected_session e
      join pupil p on p.authority_id = e.authority_id and p.id = e.pupil_id
      where e.authority_id = :authority and e.standing_revision = 0 and e.day >= :year_from and e.day <= :to_day
        and (cast(:setting as uuid) is null or e.organisation_id = cast(:setting as uuid))
        and p.born >= :born_from and p.born <= :born_to) u
group by u.day, u.year_group
order by u.day, u.year_group;

-- fragment: seen
select p.id, cast(:school_year as integer) - 5 - (
-- include: attendance/store/totals.sql#born_in
) as year_group
from pupil p
where p.authority_id = :authority and p.born >= :born_from and p.born <= :born_to and
-- include: pupils/store/access.sql#visible_to

-- name: year_by_group_of_children
-- The same school year, over the children this person may see. All its months are of one year group.
with seen as materialized (
-- include: attendance/store/totals.sql#seen
)
select seen.year_group, a.code, sum(a.sessions) as sessions
from seen
join attendance_month a on a.authority_id = :authority and a.pupil_id = seen.id and a.month >= :year_from and a.month <= :year_to
where (cast(:setting as uuid) is null or a.organisation_id = cast(:setting as uuid)) and a.sessions <> 0
group by seen.year_group, a.code
union all
select seen.year_group, null, count(*)
from expected_session e
cross join seen
where seen.id = e.pupil_id and e.authority_id = :authority and e.standing_revision = 0 and e.day >= :year_from and e.day <= :to_day and (cast(:setting as uuid) is null or e.organisation_id = cast(:setting as uuid))
group by seen.year_group;

-- name: days_of_children
-- The same days, over the children this person may see: how often each code stands, and sessions without a mark.
with seen as materialized (
-- include: attendance/store/totals.sql#seen
)
select e.day, m.code, count(*) as sessions
from seen
join expected_session e on e.authority_id = :authority and e.pupil_id = seen.id and e.day >= :year_from and e.day <= :to_day
left join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
     and m.revision = e.standing_revision
where (cast(:setting as uuid) is null or e.organisation_id = cast(:setting as uuid))
group by e.day, m.code
order by e.day, m.code;

-- name: settings_with_totals
-- Every setting where somebody was marked in a school year.
select o.id, o.name
from organisation o
where o.authority_id = :authority
  and exists (select 1 from attendance_total t
              where t.authority_id = o.authority_id and t.span = 'month' and t.organisation_id = o.id and t.from_day >= :year_from and t.from_day <= :year_to
                and t.sessions <> 0)
order by o.name, o.id;

-- name: settings_of_children
-- Every setting where a child whom this person may see was marked in a school year.
with seen as materialized (
-- include: attendance/store/totals.sql#seen
)
select distinct o.id, o.name
from seen
join attendance_month a on a.authority_id = :authority and a.pupil_id = seen.id and a.month >= :year_from and a.month <= :year_to and a.sessions <> 0
join organisation o on o.authority_id = a.authority_id and o.id = a.organisation_id
order by o.name, o.id;

-- name: codes_by_child_of_group
-- The children of some year groups between two days, each with how often a code stands. Cross joins say where SQLite begins: at the
-- children, and for sessions without a mark at those; by itself it reads all of an authority's sessions to filter the few. A head or tail without days is not begun at all.
with seen as materialized (
-- include: attendance/store/totals.sql#seen
)
select p.id as pupil_id, p.reference, p.known_as, p.last_name, c.code, sum(c.sessions) as sessions
from (
    select s.id as pupil_id, a.organisation_id, a.code, a.sessions
    from seen s
    join attendance_month a on a.authority_id = :authority and a.pupil_id = s.id and a.month >= :first_month and a.month <= :last_month
    union all
    select s.id, e.organisation_id, m.code, 1
    from seen s
    cross join expected_session e
    join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
         and m.revision = e.standing_revision
    where e.authority_id = :authority and e.pupil_id = s.id and e.day >= :head_from and e.day <= :head_to and cast(:head_from as date) <= cast(:head_to as date)
    union all
    select s.id, e.organisation_id, m.code, 1
    from seen s
    cross join expected_session e
    join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
         and m.revision = e.standing_revision
    where e.authority_id = :authority and e.pupil_id = s.id and e.day >= :tail_from and e.day <= :tail_to and cast(:tail_from as date) <= cast(:tail_to as date)
    union all
    select s.id, e.organisation_id, null, 1
    from expected_session e
    cross join seen s
    where s.id = e.pupil_id and e.authority_id = :authority and e.standing_revision = 0 and e.day >= :from_day and e.day <= :to_day
) c
join pupil p on p.authority_id = :authority and p.id = c.pupil_id
where (cast(:setting as uuid) is null or c.organisation_id = cast(:setting as uuid))
group by p.id, p.reference, p.known_as, p.last_name, c.code
order by p.known_as, p.last_name, p.reference, c.code;

-- name: standing_marks
-- Every mark that stands, in sums by day, setting and date of birth: what the kept totals must agree with.
select m.organisation_id, m.day, p.born, m.code, count(*) as sessions
from expected_session e
cross join attendance_mark m
join pupil p on p.authority_id = e.authority_id and p.id = e.pupil_id
where e.authority_id = :authority
  and m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session and m.revision = e.standing_revision
group by m.organisation_id, m.day, p.born, m.code;

-- name: kept_totals
select t.span, t.organisation_id, t.from_day, t.year_group, t.code, t.sessions
from attendance_total t
where t.authority_id = :authority and t.sessions <> 0;

-- name: forget_totals
delete from attendance_total where authority_id = :authority;

-- name: insert_total
insert into attendance_total (authority_id, span, organisation_id, from_day, year_group, code, sessions)
values (:authority, :span, :setting, :from_day, :year_group, :code, :sessions);
