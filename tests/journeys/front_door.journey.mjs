// The front door: what somebody sees who is not signed in, and the way in and out again.
export const title = 'Somebody opens the front door, signs in and signs out';

export async function run(visitor) {
  await visitor.visit('/');
  await visitor.look('the front page');

  await visitor.visit('/sign-in');
  await visitor.heading('Sign in');
  await visitor.look('sign in');

  await visitor.fill('Email address', 'nobody@example.org');
  await visitor.fill('Password', 'not a password of anybody');
  await visitor.press('Sign in');
  await visitor.sees('There is a problem');
  await visitor.look('sign in with a wrong password');

  const first = await visitor.page.getByRole('button', { name: /^Sign in as / }).first().textContent();
  await visitor.signInAs(first.trim().replace('Sign in as ', ''));
  await visitor.look('the first page after signing in');

  await visitor.signOut();
  await visitor.visit('/sign-in');
  await visitor.heading('Sign in');

  await visitor.visit('/no-such-page', { status: 404 });
  await visitor.look('a page that does not exist');
}
