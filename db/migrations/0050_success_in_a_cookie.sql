-- area: people
-- The message that the next page shows once travels sealed in a cookie: a form that is saved writes what it saves, and nothing for the page after it.
alter table sign_in drop column success;
