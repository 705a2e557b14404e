-- Tasks, open and done.

-- fragment: columns
t.id, t.kind, t.title, t.why, t.severity, t.due_on, t.about_entity, t.about_id, t.href, t.pupil_id, t.organisation_id,
t.role, t.user_id, t.state, t.snoozed_until, t.snooze_reason, t.version

-- name: open_task
-- The same task asked for again is the same task, with its words and severity as they are now.
insert into task (authority_id, id, kind, title, why, severity, due_on, about_entity, about_id, href, pupil_id,
                  organisation_id, role, user_id, created_at, created_by)
values (:authority, :id, :kind, :title, :why, :severity, :due_on, :about_entity, :about, :href, :pupil,
        :organisation, :role, :user, :now, :actor)
on conflict (authority_id, kind, about_id, due_on, organisation_id) where state = 'open' do update
set title = excluded.title, why = excluded.why, severity = excluded.severity, href = excluded.href
returning id;

-- name: close_tasks_about
update task
set state = :state, done_at = :now, done_by = :actor, version = version + 1
where authority_id = :authority and about_id = :about and state = 'open'
  and (cast(:kind as text) is null or kind = cast(:kind as text));

-- name: task_by_id
select
-- include: tasks/store/tasks.sql#columns
from task t
where t.authority_id = :authority and t.id = :task;

-- name: open_tasks_of
-- What awaits one person in one role: theirs by name, their role's, or anyone's in their organisation.
select
-- include: tasks/store/tasks.sql#columns
from task t
where t.authority_id = :authority and t.state = 'open' and t.organisation_id = :organisation
  and (t.role is null or t.role = :role) and (t.user_id is null or t.user_id = :user)
  and (:with_snoozed or t.snoozed_until is null or t.snoozed_until <= :today)
order by t.due_on, t.id;

-- name: open_tasks_about
select
-- include: tasks/store/tasks.sql#columns
from task t
where t.authority_id = :authority and t.about_id = :about and t.state = 'open'
order by t.due_on, t.id;

-- name: open_tasks_of_pupil
select
-- include: tasks/store/tasks.sql#columns
from task t
where t.authority_id = :authority and t.pupil_id = :pupil and t.state = 'open'
order by t.due_on, t.id;

-- name: finish_task
update task set state = 'done', done_at = :now, done_by = :actor, version = version + 1
where authority_id = :authority and id = :task and state = 'open';

-- name: snooze_task
update task set snoozed_until = :until, snooze_reason = :reason, version = version + 1
where authority_id = :authority and id = :task and version = :seen_version and state = 'open';

-- name: hand_over_task
-- The colleague may hold another role in the same organisation, so the task is theirs by name alone.
update task set user_id = :user, role = null, version = version + 1
where authority_id = :authority and id = :task and version = :seen_version and state = 'open';

-- name: colleagues
-- People who work in the organisation today.
select u.id, u.name
from app_user u
where u.authority_id = :authority and u.active
  and exists (select 1 from membership m
              where m.authority_id = u.authority_id and m.user_id = u.id and m.organisation_id = :organisation
                and m.from_day <= :today and (m.to_day is null or m.to_day >= :today))
order by u.name, u.id;

-- name: team_of_role
-- The authority's team in which somebody holds the role today; else its first team.
select o.id
from organisation o
left join membership m on m.authority_id = o.authority_id and m.organisation_id = o.id and m.role = :role
    and m.from_day <= :today and (m.to_day is null or m.to_day >= :today)
where o.authority_id = :authority and o.kind = 'authority_team'
order by case when m.id is null then 1 else 0 end, o.created_at, o.id
limit 1;
