// A commissioner signs in with the account that the council gave her, at a real identity provider; a stranger with such an account does not
// come in. The provider's own sign-in page needs a script, so this is told with one.
import { startProvider } from './lib/identity_provider.mjs';

export const title = 'A commissioner signs in with her council account, and somebody unknown here is told what to do';
export const ways = ['script'];

const people = [
  { username: 'priya', name: 'Priya Raman', email: 'priya.raman@harrowdale.example', password: 'river stone 42' },
  { username: 'stranger', name: 'Sidney Stranger', email: 'sidney@harrowdale.example', password: 'river stone 43' },
];

/** Started before Waymark, which is told where it is. */
export async function beside(origin) {
  const provider = await startProvider(origin, people);
  return { provider, args: ['--identity-providers', provider.file, '--public-address', origin], stop: provider.stop };
}

export async function run(visitor) {
  visitor.mayAsk(visitor.server.beside.provider.origin);
  await isSignedIn(visitor);
  await isKnownAgain(visitor);
  await isUnknown(visitor);
  await isTakenOff(visitor);
}

async function goesThere(visitor, page = '/sign-in') {
  await visitor.visit(page);
  await visitor.follow('Sign in with Council account');
}

/** The provider's own page. */
async function signsInThere(visitor, { username, password }) {
  const { page } = visitor;
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.locator('#password').press('Enter');
  await goesOn(visitor);
}

/** The provider asks whether it is she who goes on. */
async function goesOn(visitor) {
  await visitor.page.getByRole('button', { name: 'Continue' }).click();
  await visitor.page.waitForURL(`${visitor.origin}/**`);
}

async function isSignedIn(visitor) {
  await visitor.visit('/sign-in');
  await visitor.look('signing in with another account is offered');
  await goesThere(visitor, '/sign-in?next=%2Faccount');
  await signsInThere(visitor, people[0]);
  await visitor.heading('Your account');
  await visitor.sees('Council account');
  await visitor.look('an account that is bound to another');
}

/** The provider knows her still: signing out of Waymark is signing out of Waymark. */
async function isKnownAgain(visitor) {
  await visitor.visit('/help');
  await visitor.signOut();
  await goesThere(visitor);
  await goesOn(visitor);
  await visitor.visit('/account');
  await visitor.sees('Priya Raman');
}

async function isUnknown(visitor) {
  await visitor.page.context().clearCookies();
  await goesThere(visitor);
  await signsInThere(visitor, people[1]);
  await visitor.heading('You are not signed in');
  await visitor.sees('knows you as sidney@harrowdale.example, and nobody here has an account with that address');
  await visitor.look('somebody unknown is told what to do');
}

async function isTakenOff(visitor) {
  await visitor.becomes('Zoe Lamb', { at: '/admin/users?find=priya' });
  await visitor.follow('Priya Raman');
  await visitor.sees('Council account');
  await visitor.look('an account that somebody keeps, with another bound to it');
  await visitor.press('Take off the other account');
  await visitor.sees('The other account is taken off');
  await visitor.doesNotSee('priya.raman@harrowdale.example, last used');
}
