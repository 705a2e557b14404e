// What only some may know of a child, and what a court forbids: written by a school, met by others.
export const title = 'A restricted note is known to all who see the child and read by few; an order about a parent stands wherever the parent does';
export const day = '2026-11-24';
export const ways = ['script'];

const secret = 'He told me why he does not go home on Fridays.';

export async function run(visitor) {
  await visitor.signInAs('Joanne Birch');
  await visitor.visit('/pupils');
  await visitor.page.locator('table tbody tr').first().getByRole('link').first().click();
  const child = visitor.path;
  await anOrderAboutAParent(visitor, child);
  await aRestrictedNote(visitor, child);
}

async function anOrderAboutAParent(visitor, child) {
  await visitor.visit(`${child}/people`);
  await visitor.page.getByRole('link', { name: /^Court orders and other restrictions/ }).first().click();
  await visitor.heading('Court orders and other restrictions');
  await visitor.press('Record the restriction');
  await visitor.isRefused('Choose what is forbidden');
  await visitor.choose('Do not contact this person');
  await visitor.fill('Who forbids it?', 'Prohibited steps order, Harrowdale Family Court, 3 March 2026');
  await visitor.fillDate('First day', 3, 3, 2026);
  await visitor.look('recording a court order');
  await visitor.press('Record the restriction');
  await visitor.sees('Restriction recorded');
  await visitor.sees('Do not contact this person. Prohibited steps order, Harrowdale Family Court, 3 March 2026. Since 3 March 2026.');
  await visitor.fitsOn(360);
  await visitor.look('people of a child with a court order about one');
  await visitor.page.getByRole('link', { name: /^Court orders and other restrictions/ }).first().click();
  await visitor.unfold('It ends');
  await visitor.press('End this restriction');
  await visitor.sees('The restriction has an end');
  await visitor.doesNotSee('Do not contact this person. Prohibited steps order');
}

async function aRestrictedNote(visitor, child) {
  await visitor.visit(`${child}/notes`);
  await visitor.sees('There are none');
  await visitor.follow('Write a restricted note');
  await visitor.press('Keep this note');
  await visitor.isRefused('Choose who may read it, besides you');
  await visitor.fill('The note', secret);
  await visitor.fill('Why may not everybody who sees the child read it?', 'It is about somebody who reads records');
  await visitor.choose('The authority’s commissioners');
  await visitor.fitsOn(360);
  await visitor.look('writing a restricted note');
  await visitor.press('Keep this note');
  await visitor.sees('The note is kept');
  await visitor.becomes('Karl Denny', { at: child });
  await visitor.follow('There is 1 note that only some may read');
  await visitor.sees('Joanne Birch, school inclusion lead at Millbrook Academy');
  await visitor.sees('The authority’s commissioners');
  await visitor.sees('Not for you to read');
  await visitor.doesNotSee(secret);
  await visitor.fitsOn(360);
  await visitor.look('a restricted note for others to read');
  await visitor.becomes('Priya Raman', { at: `${child}/notes` });
  await visitor.page.getByRole('link', { name: /^Read this note/ }).click();
  await visitor.sees(secret);
  await visitor.sees('That you read it is logged');
  await visitor.look('a restricted note');
  await visitor.visit(`${child}/access`);
  await visitor.sees('Restricted note');
  await visitor.visit(`${child}/timeline`);
  await visitor.sees('Restricted note written');
  await visitor.doesNotSee(secret);
}
