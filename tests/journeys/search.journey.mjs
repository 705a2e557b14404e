// A name is half remembered: its beginning is enough, in any order, and nothing that is typed is more than words.
export const title = 'A child and a provider are found by the beginnings of their names';
export const day = '2026-11-24';

export async function run(visitor) {
  await visitor.signInAs('Priya Raman');
  await visitor.visit('/pupils');
  const name = (await visitor.page.getByRole('rowheader').first().getByRole('link').textContent()).trim();
  const [first, last] = name.split(' ');

  await theSearchPage(visitor, name, `${last.slice(0, 4).toLowerCase()} ${first.slice(0, 3).toUpperCase()}`);
  await theListOfChildren(visitor, name, `${first.slice(0, 3)} ${last.slice(0, 4)}`);
}

async function theSearchPage(visitor, name, typed) {
  await visitor.visit('/search');
  await visitor.sees('The beginning of each name is enough, in any order.');
  await visitor.fill('A name, reference, UPN or provider', typed);
  await visitor.page.locator('main').getByRole('button', { name: 'Search' }).click();
  await visitor.row(name).first().waitFor();
  await visitor.look('a child found by two beginnings');

  await visitor.visit('/search?q=greenw');
  await visitor.row('Greenways Farm').first().waitFor();

  await visitor.visit('/search?q=a');
  await visitor.sees('The first 50 of');
  await visitor.look('more than fifty found');
  await visitor.page.getByRole('link', { name: /^All \d+ young people found$/ }).click();
  await visitor.heading('Pupils');

  await visitor.visit(`/search?q=${encodeURIComponent('"* OR NEAR(:')}`);
  await visitor.sees('Nothing you can see matches');
  await visitor.look('nothing found');
}

async function theListOfChildren(visitor, name, typed) {
  await visitor.visit(`/pupils?q=${encodeURIComponent(typed)}`);
  await visitor.row(name).first().waitFor();
  await visitor.visit(`/pupils?q=${encodeURIComponent(typed.slice(1))}`);
  await visitor.sees('No pupils match');
}
