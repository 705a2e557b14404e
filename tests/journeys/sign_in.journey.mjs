// Somebody new to the council: invited, sets a password and an authenticator, mistypes, loses the phone, forgets the password.
import { createHmac } from 'node:crypto';
import { openWindow, Visitor } from './lib/visitor.mjs';

export const title = 'Somebody is invited, signs in with password and code, and gets back in after losing each';

const email = 'noor.aziz@harrowdale.example';
const firstPassword = 'lamp goat tuesday';
const secondPassword = 'seven rivers & a kettle';

export const day = '2026-11-24';

/** The server’s clock runs on, on the day of the story; so does this phone’s. */
const daysAway = () => (Date.parse(day) - Date.parse(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/London' }))) / 86_400_000;

/** What an authenticator app shows (RFC 6238): the code of now, or of so many half minutes from now. */
function codeOf(secret, stepsAhead = 0) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll(/\s/g, '')].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + daysAway() * 2880 + stepsAhead));
  const digest = createHmac('sha1', key).update(counter).digest();
  const number = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Each page has its button; the account page two. */
async function signsOut(visitor) {
  await visitor.visit('/help');
  await visitor.signOut();
}
const codeLabel = 'Code from your authenticator app';

export async function run(visitor) {
  const link = await isInvited(visitor);
  await setsPassword(visitor, link);
  const { secret, recoveryCodes } = await setsUpAuthenticator(visitor);
  await mistypesThenSignsIn(visitor, secret);
  await usesRecoveryCode(visitor, recoveryCodes[0]);
  await endsOtherWindow(visitor, recoveryCodes[1]);
  await isWarned(visitor);
  await changesPassword(visitor);
  await forgetsPassword(visitor, recoveryCodes[2]);
  await losesThePhone(visitor);
}

/** The administrator invites; the link is shown once. */
async function isInvited(visitor) {
  await visitor.signInAs('Zoe Lamb');
  await visitor.open('/admin/users', 'Invite somebody');
  await visitor.fill('Name', 'Noor Aziz');
  await visitor.fill('Work email address', email);
  await visitor.select('Where they work', /Millbrook/);
  await visitor.select('Role', 'Commissioner');
  await visitor.press('Invite');
  await visitor.isRefused('Nobody holds this role at such an organisation');
  await visitor.look('a commissioner cannot work at a school');
  await visitor.select('Where they work', /Harrowdale Council/);
  await visitor.press('Invite');
  await visitor.heading('Hand over this invitation');
  await visitor.look('an invitation to hand over');
  const link = await linkShown(visitor);
  await visitor.open('/admin/users?find=noor', 'Noor Aziz');
  await visitor.sees('Not set yet');
  await visitor.look('an account without a password yet');
  return link;
}

async function linkShown(visitor) {
  return new URL((await visitor.page.locator('.govuk-inset-text').textContent()).trim()).pathname;
}

async function setsPassword(visitor, link) {
  await visitor.page.context().clearCookies();
  await visitor.visit(link);
  await visitor.heading('Welcome to Waymark');
  await visitor.fill('New password', 'password1234');
  await visitor.press('Set password');
  await visitor.isRefused('This password is easy to guess');
  await visitor.look('a password that is easy to guess');
  await visitor.fill('New password', firstPassword);
  await visitor.press('Set password');
  await visitor.sees('Your password is set. Sign in with it.');
  await isGone(visitor, link);
}

async function isGone(visitor, link) {
  await visitor.visit(link, { status: 404 });
  await visitor.heading('This link does not work');
  await visitor.look('a link that was used');
}

async function typesPassword(visitor, password) {
  await visitor.visit('/sign-in');
  await visitor.fill('Email address', email);
  await visitor.fill('Password', password);
  await visitor.press('Sign in');
}

async function setsUpAuthenticator(visitor) {
  await typesPassword(visitor, firstPassword);
  await visitor.heading('Set up an authenticator');
  const secret = (await visitor.page.locator('.govuk-inset-text').textContent()).trim();
  const picture = await visitor.page.getByRole('img').evaluate((image) => image.complete && image.naturalWidth > 0);
  if (!picture) throw new Error('the picture for the camera is not shown');
  await visitor.look('an authenticator to set up');
  await visitor.fill(codeLabel, '000000');
  await visitor.press('Confirm');
  await visitor.isRefused('The code is not the one');
  if ((await visitor.page.locator('.govuk-inset-text').textContent()).trim() !== secret) throw new Error('the secret changed while it was being set up');
  await visitor.fill(codeLabel, codeOf(secret, -1));
  await visitor.press('Confirm');
  await visitor.heading('Your recovery codes');
  await visitor.look('recovery codes, shown once');
  const recoveryCodes = await visitor.page.getByRole('main').getByRole('listitem').allTextContents();
  if (recoveryCodes.length !== 10) throw new Error(`there are ${recoveryCodes.length} recovery codes`);
  await visitor.press('I have kept them');
  await visitor.visit('/account');
  await visitor.sees('10 of 10 left');
  await visitor.look('an account with an authenticator');
  await visitor.visit('/account/authenticator');
  await visitor.sees('cannot be turned off');
  await visitor.look('an authenticator that must be there');
  return { secret, recoveryCodes: recoveryCodes.map((code) => code.trim()) };
}

async function mistypesThenSignsIn(visitor, secret) {
  await signsOut(visitor);
  await typesPassword(visitor, firstPassword);
  await visitor.heading('Enter your code');
  await visitor.look('a code is asked for');
  for (let tries = 0; tries < 5; tries += 1) {
    await visitor.fill(codeLabel, '000 000');
    await visitor.press('Sign in');
    await visitor.isRefused('The code is not right');
  }
  await visitor.fill(codeLabel, codeOf(secret, 1));
  await visitor.press('Sign in');
  await visitor.isRefused('Too many tries. Wait');
  await visitor.look('a code typed too soon after five wrong ones');
  await pause(2500);
  const code = codeOf(secret, 1);
  await visitor.fill(codeLabel, `${code.slice(0, 3)} ${code.slice(3)}`);
  await visitor.press('Sign in');
  await visitor.visit('/account');
  await visitor.sees('Noor Aziz');
}

async function usesRecoveryCode(visitor, code) {
  await signsOut(visitor);
  await typesPassword(visitor, firstPassword);
  await visitor.unfold('I do not have my authenticator');
  await visitor.fill(codeLabel, code.toLowerCase());
  await visitor.press('Sign in');
  await visitor.sees('You used a recovery code. You have 9 left.');
  await visitor.visit('/account');
  await visitor.sees(/9 of 10 left, the last used on/);
}

/** Signed in at a second window, ended from the first. */
async function endsOtherWindow(visitor, code) {
  const context = await openWindow(visitor.page.context().browser(), visitor.variant);
  const other = new Visitor(await context.newPage(), visitor);
  other.wrong = visitor.wrong;
  await typesPassword(other, firstPassword);
  await other.fill(codeLabel, code);
  await other.press('Sign in');
  await other.visit('/account');
  await visitor.visit('/account/sessions');
  await visitor.sees('2 sign-ins now');
  await visitor.look('two places where one is signed in');
  await visitor.press('End all others');
  await visitor.sees('You are signed in here only');
  await visitor.sees('1 sign-in now');
  await other.page.goto(`${visitor.origin}/account`);
  await other.heading('Sign in');
  await other.leaves();
}

/** After 25 minutes at one page a script warns; one press holds the sign-in. */
async function isWarned(visitor) {
  if (visitor.variant === 'no-script') return;
  await visitor.page.clock.install();
  await visitor.visit('/account/password');
  await visitor.fill('New password', 'half a thought');
  await visitor.page.clock.runFor('23:30');
  await visitor.doesNotSee('You will be signed out within 5 minutes');
  await visitor.page.clock.runFor('01:00');
  await visitor.sees('You will be signed out within 5 minutes');
  await visitor.look('the warning before a sign-in ends');
  await visitor.press('Stay signed in');
  await visitor.page.locator('[data-time-left]').waitFor({ state: 'hidden' });
  await visitor.holds('New password', 'half a thought');
  await visitor.page.clock.runFor('29:30');
  await visitor.sees('You are signed out now. What you typed is still here');
  await visitor.page.clock.resume();
}

async function changesPassword(visitor) {
  await visitor.visit('/account/password');
  await visitor.fill('The password you have now', 'not this one');
  await visitor.fill('New password', secondPassword);
  await visitor.press('Change password');
  await visitor.isRefused('The password is not right');
  await visitor.look('the password one has now is asked for');
  await visitor.fill('The password you have now', firstPassword);
  await visitor.fill('New password', secondPassword);
  await visitor.press('Change password');
  await visitor.sees('Your password is changed');
}

/** Asks on the sign-in page; the administrator sees it and hands over a link; it works once. */
async function forgetsPassword(visitor, code) {
  await signsOut(visitor);
  await visitor.open('/sign-in', 'I have forgotten my password');
  await visitor.look('asking for a new password');
  await visitor.fill('Email address', 'nobody.of.that.name@harrowdale.example');
  await visitor.press('Ask for a new password');
  await visitor.heading('You have asked for a new password');
  await visitor.visit('/sign-in/reset');
  await visitor.fill('Email address', email);
  await visitor.press('Ask for a new password');
  await visitor.heading('You have asked for a new password');
  await visitor.look('a new password was asked for');

  await visitor.becomes('Zoe Lamb', { at: '/admin/users?find=noor' });
  await visitor.sees('Asked for a new password');
  await visitor.look('somebody asked for a new password');
  await visitor.follow('Noor Aziz');
  await visitor.press('Make a link for a new password');
  await visitor.heading('Hand over this link');
  const link = await linkShown(visitor);

  await visitor.page.context().clearCookies();
  await visitor.visit(link);
  await visitor.heading('Set a new password');
  await visitor.fill('New password', 'lamp goat wednesday');
  await visitor.press('Set password');
  await isGone(visitor, link);
  await typesPassword(visitor, 'lamp goat wednesday');
  await visitor.fill(codeLabel, code);
  await visitor.press('Sign in');
  await visitor.sees('You used a recovery code. You have 7 left.');
}

/** The administrator takes the lost authenticator off; the next sign-in sets up a new one. The role ends at last. */
async function losesThePhone(visitor) {
  await visitor.becomes('Zoe Lamb', { at: '/admin/users?find=noor' });
  await visitor.follow('Noor Aziz');
  await visitor.look('an account as its keeper sees it');
  await visitor.press('Take off the authenticator');
  await visitor.sees('The authenticator is taken off');
  await visitor.page.context().clearCookies();
  await typesPassword(visitor, 'lamp goat wednesday');
  await visitor.heading('Set up an authenticator');

  await visitor.becomes('Zoe Lamb', { at: '/admin/users/authenticator' });
  await visitor.look('which roles must have an authenticator');
  await visitor.untick('Commissioner');
  await visitor.press('Save');
  await visitor.sees('From now on, 9 roles must have an authenticator');
  await visitor.open('/admin/users?find=noor', 'Noor Aziz');
  await visitor.follow(/^End/);
  await visitor.look('a role to end');
  await visitor.press('End role');
  await visitor.sees('The role ends on');
}
